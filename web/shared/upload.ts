/** Tells how much of a request has been sent, from 0 to 1. */
export type OnProgress = (share: number) => void

/**
 * A `fetch` that tells how much of the body has been sent, which the browser's own does not. Rejects with a
 * TypeError when there is no answer, as fetch does.
 */
export function fetchWithProgress(onProgress: OnProgress) {
  return async function uploadingFetch(request: Request): Promise<Response> {
    const body = await request.blob()
    return new Promise((resolve, reject) => {
      const transfer = new XMLHttpRequest()
      transfer.open(request.method, request.url)
      request.headers.forEach((value, name) => transfer.setRequestHeader(name, value))
      transfer.responseType = 'blob'
      transfer.upload.onprogress = (event) => {
        if (event.lengthComputable) onProgress(event.loaded / event.total)
      }
      transfer.onload = () =>
        resolve(
          new Response(transfer.response, {
            status: transfer.status,
            headers: { 'content-type': transfer.getResponseHeader('content-type') ?? '' },
          }),
        )
      transfer.onerror = () => reject(new TypeError('The server did not answer'))
      transfer.send(body)
    })
  }
}
