import { env } from 'node:process'

/**
 * Keeps ONNX Runtime from reporting to its makers: from version 1.29 on it sends what it runs to Microsoft
 * and keeps an identifier of the machine in the home folder, unless this is set before it is loaded. To be
 * imported before the runtime, in a process's main thread: elsewhere `process.env` is a copy that native
 * code never sees. Source: https://github.com/microsoft/onnxruntime/pull/27379
 */
env['ORT_DISABLE_TELEMETRY'] = '1'
