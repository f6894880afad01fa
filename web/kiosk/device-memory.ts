import type { Device } from './device-key.ts'

// IndexedDB alone can keep a key that cannot be read out: it stores the handle, not the bytes.
const database = 'pointeuse-kiosk'
const room = 'device'
const place = 'this'

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(room)
  return settled(request)
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing'))
  })
}

async function inRoom<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const db = await open()
  try {
    return await settled(work(db.transaction(room, mode).objectStore(room)))
  } finally {
    db.close()
  }
}

/** What is known of this browser: a kiosk, one that is none any more, or never one. */
export async function recallDevice(): Promise<Device | 'unpaired' | undefined> {
  return (await inRoom('readonly', (store) => store.get(place))) as Device | 'unpaired' | undefined
}

export async function rememberDevice(device: Device): Promise<void> {
  await inRoom('readwrite', (store) => store.put(device, place))
  // Where the browser would clear what is seldom used; it may say no, and mostly keeps it all the same.
  await navigator.storage.persist()
}

/** The key goes; that there was one stays, so that whoever stands here also tomorrow reads why it asks for a code. */
export async function forgetDevice(): Promise<void> {
  await inRoom('readwrite', (store) => store.put('unpaired', place))
}
