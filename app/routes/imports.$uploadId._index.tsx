import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ColumnsForm } from '~/import/columns-form'
import { sheetViews } from '~/import/import-page'
import { columnsStep } from '~/import/step-forms'
import { StepPage } from '~/import/step-page'
import { answerStep, goTo, loadStep } from '~/import/step-route.server'
import { reachKeeping } from '~/reach'

export const meta = () => [{ title: 'Läs in: kolumner – Skuggbudget' }]

export async function loader(args: LoaderFunctionArgs) {
  const { open, frame } = await loadStep(args)
  const { budgetYear, particulars } = open.choices
  const isEdition = open.edition !== null
  return { frame, budgetYear, particulars, isEdition, sheets: sheetViews(open) }
}

export const action = (args: ActionFunctionArgs) =>
  answerStep(args, columnsStep, (sent, ...rest) =>
    goTo(sent.intent === 'again' ? '' : '/rows')(sent, ...rest),
  )

export const clientAction = reachKeeping('sent')

export default function Columns() {
  const { frame: _frame, ...page } = useLoaderData<typeof loader>()
  return (
    <StepPage>
      {refused => (
        <ColumnsForm
          key={JSON.stringify([page.sheets, refused.sent, refused.faults])}
          {...page}
          {...refused}
        />
      )}
    </StepPage>
  )
}
