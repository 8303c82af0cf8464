type Side = {
  readonly name: string
  readonly frozen: string | null
  readonly sha256: string | null
}

/** Which two are compared, with what a reader of a print needs to know that they are the right ones. */
export function ComparedSides({ sides, proposal }: { sides: readonly Side[]; proposal: string }) {
  return (
    <div className="print-only sides">
      <p>{proposal}</p>
      <dl>
        {sides.map(({ name, frozen, sha256 }, i) => (
          <div key={i === 0 ? 'before' : 'after'}>
            <dt>{i === 0 ? 'Från' : 'Till'}</dt>
            <dd>
              {name}
              {frozen ? `, fryst ${frozen}` : ', inte fryst'}
              {sha256 && <span className="second">Kontrollsumma {sha256}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
