// Made from openapi.json by `npm run openapi`; not to be changed by hand.
export interface paths {
  readonly '/health': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Tell that the process runs */
    readonly get: {
      readonly parameters: {
        readonly query?: never
        readonly header?: never
        readonly path?: never
        readonly cookie?: never
      }
      readonly requestBody?: never
      readonly responses: {
        /** @description It runs. */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': {
              /** @enum {string} */
              readonly status: 'ok'
            }
          }
        }
      }
    }
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/ready': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Tell whether the server can be relied on */
    readonly get: {
      readonly parameters: {
        readonly query?: never
        readonly header?: never
        readonly path?: never
        readonly cookie?: never
      }
      readonly requestBody?: never
      readonly responses: {
        /** @description It can. */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': {
              /** @enum {boolean} */
              readonly ready: true
            }
          }
        }
        /** @description `not-ready` (with `reason`) */
        readonly 503: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/clock_in': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Record the attendance of whoever the photo shows */
    readonly post: {
      readonly parameters: {
        readonly query?: never
        readonly header?: never
        readonly path?: never
        readonly cookie?: never
      }
      readonly requestBody: {
        readonly content: {
          readonly 'multipart/form-data': {
            /**
             * Format: binary
             * @description JPEG, PNG, WebP, AVIF, HEIC, TIFF or GIF; at most 10 MB and 40 megapixels.
             */
            readonly photo: string
          }
        }
      }
      readonly responses: {
        /** @description They clocked in a moment ago; that record stands. */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': {
              /** @enum {string} */
              readonly outcome: 'already-recorded'
              readonly employee: components['schemas']['EmployeeRef']
              readonly record: components['schemas']['AttendanceRecord']
            }
          }
        }
        /** @description It is recorded. */
        readonly 201: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': {
              /** @enum {string} */
              readonly outcome: 'recorded'
              readonly employee: components['schemas']['EmployeeRef']
              readonly record: components['schemas']['AttendanceRecord']
            }
          }
        }
        /** @description `malformed-body`, `invalid-request`, `missing-photo` */
        readonly 400: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-too-large`, `too-many-photos`, `unreadable-photo` */
        readonly 413: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type`, `unreadable-photo` */
        readonly 415: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-face`, `several-faces`, `poor-quality`, `unknown`, `ambiguous`, `unreadable-photo` */
        readonly 422: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `store-unreachable`, `store-broken` */
        readonly 503: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `disk-full` */
        readonly 507: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/register': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Enrol a new employee with photos */
    readonly post: {
      readonly parameters: {
        readonly query?: never
        readonly header?: never
        readonly path?: never
        readonly cookie?: never
      }
      readonly requestBody: {
        readonly content: {
          readonly 'multipart/form-data': {
            readonly name: string
            readonly photo: readonly string[]
          }
        }
      }
      readonly responses: {
        /** @description Enrolled with the photos that were accepted. */
        readonly 201: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': {
              readonly employee: components['schemas']['Employee']
              readonly photos: readonly components['schemas']['PhotoVerdict'][]
            }
          }
        }
        /** @description `malformed-body`, `invalid-request`, `missing-photo` */
        readonly 400: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-too-large`, `too-many-photos`, `unreadable-photo` */
        readonly 413: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type`, `unreadable-photo` */
        readonly 415: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-photo-accepted` (with `photos`), `invalid-name` */
        readonly 422: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `store-unreachable`, `store-broken` */
        readonly 503: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `disk-full` */
        readonly 507: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/employees/{id}/photos': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Add photos to an employee */
    readonly post: {
      readonly parameters: {
        readonly query?: never
        readonly header?: never
        readonly path: {
          /** @description A UUID. */
          readonly id: string
        }
        readonly cookie?: never
      }
      readonly requestBody: {
        readonly content: {
          readonly 'multipart/form-data': {
            readonly photo: readonly string[]
          }
        }
      }
      readonly responses: {
        /** @description Added the photos that were accepted. */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': {
              readonly employee: components['schemas']['Employee']
              readonly photos: readonly components['schemas']['PhotoVerdict'][]
            }
          }
        }
        /** @description `malformed-body`, `invalid-request`, `missing-photo` */
        readonly 400: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-employee` */
        readonly 404: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-too-large`, `too-many-photos`, `unreadable-photo` */
        readonly 413: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type`, `unreadable-photo` */
        readonly 415: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-photo-accepted` (with `photos`) */
        readonly 422: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `store-unreachable`, `store-broken` */
        readonly 503: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `disk-full` */
        readonly 507: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/employees': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** List the employees, oldest first */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description A UUID. */
          readonly after?: string
          readonly limit?: number
        }
        readonly header?: never
        readonly path?: never
        readonly cookie?: never
      }
      readonly requestBody?: never
      readonly responses: {
        /** @description A page of employees. */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': {
              readonly employees: readonly components['schemas']['Employee'][]
              /** @description Give this as `after` for the next page; null on the last one. */
              readonly next: string | null
            }
          }
        }
        /** @description `invalid-request` */
        readonly 400: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/employees/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Show one employee */
    readonly get: {
      readonly parameters: {
        readonly query?: never
        readonly header?: never
        readonly path: {
          /** @description A UUID. */
          readonly id: string
        }
        readonly cookie?: never
      }
      readonly requestBody?: never
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': components['schemas']['Employee']
          }
        }
        /** @description `no-such-employee` */
        readonly 404: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly put?: never
    readonly post?: never
    /**
     * Forget an employee
     * @description Their face templates are gone from memory and from the disk. Their records are kept under their name, or erased with everything else.
     */
    readonly delete: {
      readonly parameters: {
        readonly query?: {
          readonly records?: 'keep' | 'erase'
        }
        readonly header?: never
        readonly path: {
          /** @description A UUID. */
          readonly id: string
        }
        readonly cookie?: never
      }
      readonly requestBody?: never
      readonly responses: {
        /** @description Gone. */
        readonly 204: {
          headers: {
            readonly [name: string]: unknown
          }
          content?: never
        }
        /** @description `invalid-request` */
        readonly 400: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-employee` */
        readonly 404: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly options?: never
    readonly head?: never
    /** Rename an employee */
    readonly patch: {
      readonly parameters: {
        readonly query?: never
        readonly header?: never
        readonly path: {
          /** @description A UUID. */
          readonly id: string
        }
        readonly cookie?: never
      }
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name: string
          }
        }
      }
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': components['schemas']['Employee']
          }
        }
        /** @description `invalid-request`, `malformed-body` */
        readonly 400: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-employee` */
        readonly 404: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-name` */
        readonly 422: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly trace?: never
  }
  readonly '/attendance': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** List the attendance records, newest first */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC. */
          readonly from?: string
          /** @description First instant after. */
          readonly to?: string
          /** @description A UUID. */
          readonly employee?: string
          readonly after?: string
          readonly limit?: number
        }
        readonly header?: never
        readonly path?: never
        readonly cookie?: never
      }
      readonly requestBody?: never
      readonly responses: {
        /** @description A page of records. */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/json': {
              readonly records: readonly components['schemas']['AttributedRecord'][]
              /** @description Give this as `after` for the next page; null on the last one. */
              readonly next: string | null
            }
          }
        }
        /** @description `invalid-request`, `invalid-range` */
        readonly 400: {
          headers: {
            readonly [name: string]: unknown
          }
          content: {
            readonly 'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    readonly AttendanceRecord: {
      /** @description A UUID. */
      readonly id: string
      readonly kind: components['schemas']['RecordKind']
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      readonly at: string
    }
    readonly AttributedRecord: {
      /** @description A UUID. */
      readonly id: string
      readonly kind: components['schemas']['RecordKind']
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      readonly at: string
      readonly employee: components['schemas']['EmployeeRef'] | null
    }
    readonly Employee: {
      /** @description A UUID. */
      readonly id: string
      readonly name: string
      /** @description How many face templates are kept. */
      readonly templates: number
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      readonly createdAt: string
    }
    readonly EmployeeRef: {
      /** @description A UUID. */
      readonly id: string
      readonly name: string
    }
    readonly PhotoVerdict:
      | {
          /** @description Place of the photo in the request, from 0. */
          readonly index: number
          /** @enum {string} */
          readonly outcome: 'accepted'
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          readonly index: number
          /** @enum {string} */
          readonly outcome: 'no-face'
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          readonly index: number
          /** @enum {string} */
          readonly outcome: 'several-faces'
          readonly count: number
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          readonly index: number
          /** @enum {string} */
          readonly outcome: 'poor-quality'
          readonly reasons: readonly components['schemas']['QualityReason'][]
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          readonly index: number
          /** @enum {string} */
          readonly outcome: 'unreadable'
          readonly reason: components['schemas']['UnreadableReason']
        }
    readonly Problem: {
      readonly title: string
      readonly type: string
      readonly status: number
      readonly code: components['schemas']['ProblemCode']
      readonly detail: string
      /** @description The field that is meant. */
      readonly field?: string
      /** @description Why, as a word that does not change. */
      readonly reason?: string
      readonly reasons?: readonly components['schemas']['QualityReason'][]
      /** @description How many faces count. */
      readonly count?: number
      readonly photos?: readonly components['schemas']['PhotoVerdict'][]
    }
    /** @enum {string} */
    readonly ProblemCode:
      | 'invalid-request'
      | 'malformed-body'
      | 'missing-photo'
      | 'invalid-range'
      | 'no-such-address'
      | 'no-such-employee'
      | 'request-timeout'
      | 'request-too-large'
      | 'too-many-photos'
      | 'unsupported-media-type'
      | 'invalid-name'
      | 'unreadable-photo'
      | 'no-photo-accepted'
      | 'no-face'
      | 'several-faces'
      | 'poor-quality'
      | 'unknown'
      | 'ambiguous'
      | 'internal-error'
      | 'not-ready'
      | 'overloaded'
      | 'timeout'
      | 'store-unreachable'
      | 'store-broken'
      | 'disk-full'
    /** @enum {string} */
    readonly QualityReason:
      | 'too-small'
      | 'blurred'
      | 'too-dark'
      | 'too-bright'
      | 'low-contrast'
      | 'turned-away'
      | 'looking-up-or-down'
      | 'tilted'
      | 'cut-off'
      | 'eyes-closed'
      | 'covered'
    /** @enum {string} */
    readonly RecordKind: 'in' | 'out' | 'break-start' | 'break-end'
    /** @enum {string} */
    readonly UnreadableReason:
      | 'empty'
      | 'too-many-bytes'
      | 'too-many-pixels'
      | 'several-frames'
      | 'unsupported-format'
      | 'damaged'
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export type operations = Record<string, never>
