/** A choice among a few, all in sight; what is wrong with it stands under them. */
export function Radios({
  legend,
  name,
  chosen,
  options,
  fault,
}: {
  legend: string
  name: string
  chosen: string
  options: readonly (readonly [string, string])[]
  fault?: string | undefined
}) {
  return (
    <fieldset aria-describedby={fault ? `${name}-fault` : undefined}>
      <legend>{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option} className="line-choice">
          <input type="radio" name={name} value={option} defaultChecked={chosen === option} />{' '}
          {label}
        </label>
      ))}
      {fault && (
        <p className="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}
