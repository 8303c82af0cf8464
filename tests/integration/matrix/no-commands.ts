/** Functions that an actor comes first in and that are no commands by themselves. */
export const noCommands: Readonly<Record<string, string>> = {
  changePassword: 'on the actor’s own account: tests/integration/sign-in.test.ts',
  signOutEverywhere: 'on the actor’s own sessions: tests/integration/sign-in.test.ts',
  endAllSessions: 'on the actor’s own sessions: tests/integration/sign-in.test.ts',
  saveAmendment: 'the one way that editAmendment and moveAmendment save',
  freezeInside: 'a step inside other commands',
  contentNow: 'a step inside freezeVersion and checkpointInside',
  storeVersion: 'a step inside freezeVersion and checkpointInside',
  checkpointInside: 'a step inside other commands',
  freeName: 'a step inside other commands',
  writeSections: 'a step inside restoreSection and restoreAll',
  restoreAllAmendments: 'a step inside restoreAll',
  restorableParts: 'sets a version that loadVersion has answered for beside the proposal',
  answerRestore: 'reads a form for restoreSection, restoreAmendment and restoreAll',
  answerRebase: 'reads a form for rebaseProposal and dropEdition',
  findNews: 'what loadNewsPage and framedProposal look for',
  takeStep: 'openImport, and what it keeps',
}
