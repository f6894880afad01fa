import { parentPort, workerData } from 'node:worker_threads'
import type { Document } from './document.ts'
import { layOut } from './pdf-layout.ts'

const { document, at } = workerData as { readonly document: Document; readonly at: Date }
parentPort?.postMessage(await layOut(document, at))
