import { parentPort, workerData } from 'node:worker_threads'
import { layOutBadges } from './badge-layout.ts'
import type { PrintedBadge } from './printed-badge.ts'

parentPort?.postMessage(await layOutBadges(workerData as readonly PrintedBadge[]))
