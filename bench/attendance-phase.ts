import { type PhaseName, phases, type Task } from './attendance-phases.ts'

// One part of `bench/attendance.ts`, in a process of its own.
const [name, task] = process.argv.slice(2)
const tell = (message: unknown) => process.send?.(message)
const figures = await phases[name as PhaseName](JSON.parse(task ?? '') as Task, tell)
tell(figures)
process.disconnect()
