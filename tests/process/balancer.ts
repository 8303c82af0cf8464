import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether the machine has a balancer to measure with. */
export const hasBalancer = spawnSync('haproxy', ['-v']).status === 0

/** haproxy before several instances, set up as the README says, without the encryption. */
export class Balancer {
  private constructor(
    readonly port: number,
    private readonly process: ChildProcess,
  ) {}

  /** @param folder where its settings are written @param ports one for each instance; they need not be up. */
  static async start(folder: string, port: number, ports: readonly number[]): Promise<Balancer> {
    const file = path.join(folder, 'haproxy.cfg')
    writeFileSync(file, settings(port, ports))
    const started = spawn('haproxy', ['-f', file, '-db'], { stdio: 'ignore' })
    const balancer = new Balancer(port, started)
    await balancer.answers()
    return balancer
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Waits until an instance answers through it. */
  private async answers(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.url}/healthz`).catch(() => null)
      if (answer?.ok) return
      if (this.process.exitCode !== null) throw new Error('haproxy ended')
      await sleep(50)
    }
  }

  async stop(): Promise<void> {
    this.process.kill('SIGKILL')
    await once(this.process, 'close')
  }
}

const settings = (port: number, ports: readonly number[]): string =>
  `defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 60s
  timeout tunnel 1h
  option forwardfor
  option redispatch

frontend budget
  bind 127.0.0.1:${port}
  default_backend skuggbudget

backend skuggbudget
  option httpchk GET /healthz
  cookie INSTANCE insert indirect nocache httponly
  default-server check inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${ports.map((one, at) => `  server i${at} 127.0.0.1:${one} cookie i${at}`).join('\n')}
`
