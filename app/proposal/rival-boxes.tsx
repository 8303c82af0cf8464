import { Choices } from '~/ui/choices'
import type { RivalChoice } from './rival-choice'

/** Chooses what other proposals the document of a version sets beside ours; nothing where the group keeps none. */
export function RivalBoxes({
  rivals,
  fault,
}: {
  rivals: readonly RivalChoice[]
  fault: string | undefined
}) {
  if (rivals.length === 0) return null
  return (
    <Choices legend="Jämför i en bilaga" fault={fault}>
      <p className="second">
        Det som du väljer står bredvid vårt förslag sist i dokumentet, och i versionens JSON-fil.
      </p>
      {rivals.map(({ id, name, source }) => (
        <label key={id}>
          <input type="checkbox" name="rivals" value={id} />
          <span>
            {name} <span className="second">{source}</span>
          </span>
        </label>
      ))}
    </Choices>
  )
}
