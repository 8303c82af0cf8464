import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rowsView } from '~/import/import-page'
import { RowsForm } from '~/import/rows-form'
import { rowsStep } from '~/import/step-forms'
import { StepPage } from '~/import/step-page'
import { answerStep, goTo, loadStep } from '~/import/step-route.server'
import { reachKeeping } from '~/reach'

export const meta = () => [{ title: 'Läs in: rader – Skuggbudget' }]

export async function loader(args: LoaderFunctionArgs) {
  const { open, frame } = await loadStep(args)
  const { unit, costs, decimals } = open.choices
  const known = (open.edition?.base.boards ?? []).map(({ id, name }) => ({ id, name }))
  return { frame, choices: { unit, costs, decimals }, known, view: rowsView(open) }
}

export const action = (args: ActionFunctionArgs) => answerStep(args, rowsStep, goTo('/preview'))

export const clientAction = reachKeeping('sent')

export default function Rows() {
  const { frame: _frame, ...page } = useLoaderData<typeof loader>()
  return (
    <StepPage>
      {refused => (
        <RowsForm key={JSON.stringify([refused.sent, refused.faults])} {...page} {...refused} />
      )}
    </StepPage>
  )
}
