import type { LoaderFunctionArgs } from '@remix-run/node'
import { valueOrThrow, withoutPage } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { versionFile } from '~/export/version-file.server'

/** The downloads of a version: document.pdf, annex.pdf and snapshot.json. */
export const loader = withoutPage(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request)
  const { proposalId = '', versionId = '', file = '' } = params
  const { bytes, type, disposition } = valueOrThrow(
    await versionFile(actor, { proposalId, versionId, file }),
  )
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': disposition,
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'private, no-store',
    },
  })
})
