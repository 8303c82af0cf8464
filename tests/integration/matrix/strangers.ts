import { unknownIds, type IdName, type Ids, type World } from '../world'

/** The ids that a case names, found by letting it ask for them. */
export function idsNamedBy(ask: (ids: Ids) => void): IdName[] {
  const named = new Set<IdName>()
  ask(
    new Proxy(unknownIds, {
      get(ids, name: IdName) {
        named.add(name)
        return ids[name]
      },
    }),
  )
  return [...named]
}

const partOfProposal = (name: IdName) =>
  !['proposalId', 'memberId', 'invitationId', 'uploadId', 'editionUploadId', 'imageName'].includes(
    name,
  )

/** Our own ids with one of them (or all) exchanged: for one that nothing has, the rivals', and our other proposal's. */
export function strangers(names: readonly IdName[], ours: World, rivals: World): [string, Ids][] {
  if (names.length === 0) return []
  return [
    ...names.flatMap((name): [string, Ids][] => [
      [`${name} unknown`, { ...ours.ids, [name]: unknownIds[name] }],
      [`${name} of the rivals`, { ...ours.ids, [name]: rivals.ids[name] }],
      ...(partOfProposal(name)
        ? [
            [
              `${name} of our other proposal`,
              { ...ours.ids, [name]: ours.sibling[name] },
            ] satisfies [string, Ids],
          ]
        : []),
    ]),
    ['all unknown', unknownIds],
    ['all of the rivals', rivals.ids],
  ]
}
