import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { GroupFrame } from '~/group/frame'
import type { Actor } from '~/group/policy'
import type { Sent } from './step-forms'
import { DropImport, StepNav } from './step-nav'

/** What every step's loader gives beside its own. */
export type StepFrame = {
  readonly actor: Actor
  readonly groupName: string
  readonly id: string
  readonly files: readonly string[]
  readonly forProposal: string | null
}

/** What a form of a step shows again when it was refused. */
export type Refused = {
  readonly sent: Sent | null
  readonly faults: Readonly<Record<string, string>>
  readonly busy: boolean
}

/** The page of one step of an import: where in it the member is, the step's form, and the way out. */
export function StepPage({ children }: { children: (refused: Refused) => ReactNode }) {
  const { frame } = useLoaderData<{ frame: StepFrame }>()
  const result = useActionData<{ sent?: Sent; faults?: Record<string, string> }>()
  const busy = useNavigation().state !== 'idle'
  const { actor, groupName, id, files, forProposal } = frame
  return (
    <GroupFrame actor={actor} groupName={groupName}>
      <StepNav uploadId={id} files={files} forProposal={forProposal} />
      {children({ sent: result?.sent ?? null, faults: result?.faults ?? {}, busy })}
      <DropImport />
    </GroupFrame>
  )
}
