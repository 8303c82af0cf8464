import { watchIdle } from '~/collab/idle-checkpoint.server'

// A process of its own, which does nothing but what each running app does beside its work: it looks, here ten times a
// second, until it is killed.
watchIdle(100)
setInterval(() => {}, 1000)
