// Made from openapi.json by `npm run openapi`; not to be changed by hand.
export interface paths {
  '/health': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell that the process runs */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description It runs. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @enum {string} */
              status: 'ok'
            }
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/ready': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell whether the server can be relied on */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description It can. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @enum {boolean} */
              ready: true
            }
          }
        }
        /** @description `not-ready` (with `reason`) */
        503: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/clock_in': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Record the attendance of whoever the photo shows */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'multipart/form-data': {
            /**
             * Format: binary
             * @description JPEG, PNG, WebP, AVIF, HEIC, TIFF or GIF; at most 10 MB and 40 megapixels.
             */
            photo: string
          }
        }
      }
      responses: {
        /** @description They clocked in a moment ago; that record stands. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'already-recorded'
              employee: components['schemas']['EmployeeRef']
              record: components['schemas']['AttendanceRecord']
            }
          }
        }
        /** @description It is recorded. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'recorded'
              employee: components['schemas']['EmployeeRef']
              record: components['schemas']['AttendanceRecord']
            }
          }
        }
        /** @description `malformed-body`, `invalid-request`, `missing-photo` */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-too-large`, `too-many-photos`, `unreadable-photo` */
        413: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type`, `unreadable-photo` */
        415: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-face`, `several-faces`, `poor-quality`, `unknown`, `ambiguous`, `unreadable-photo` */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `store-unreachable`, `store-broken` */
        503: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `disk-full` */
        507: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/register': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Enrol a new employee with photos */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'multipart/form-data': {
            name: string
            photo: string[]
          }
        }
      }
      responses: {
        /** @description Enrolled with the photos that were accepted. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              employee: components['schemas']['Employee']
              photos: components['schemas']['PhotoVerdict'][]
            }
          }
        }
        /** @description `malformed-body`, `invalid-request`, `missing-photo` */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-too-large`, `too-many-photos`, `unreadable-photo` */
        413: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type`, `unreadable-photo` */
        415: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-photo-accepted` (with `photos`), `invalid-name` */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `store-unreachable`, `store-broken` */
        503: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `disk-full` */
        507: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}/photos': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Add photos to an employee */
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'multipart/form-data': {
            photo: string[]
          }
        }
      }
      responses: {
        /** @description Added the photos that were accepted. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              employee: components['schemas']['Employee']
              photos: components['schemas']['PhotoVerdict'][]
            }
          }
        }
        /** @description `malformed-body`, `invalid-request`, `missing-photo` */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-employee` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-too-large`, `too-many-photos`, `unreadable-photo` */
        413: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type`, `unreadable-photo` */
        415: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-photo-accepted` (with `photos`) */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `store-unreachable`, `store-broken` */
        503: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `disk-full` */
        507: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the employees, oldest first */
    get: {
      parameters: {
        query?: {
          /** @description A UUID. */
          after?: string
          limit?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description A page of employees. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              employees: components['schemas']['Employee'][]
              /** @description Give this as `after` for the next page; null on the last one. */
              next: string | null
            }
          }
        }
        /** @description `invalid-request` */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Show one employee */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Employee']
          }
        }
        /** @description `no-such-employee` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    put?: never
    post?: never
    /**
     * Forget an employee
     * @description Their face templates are gone from memory and from the disk. Their records are kept under their name, or erased with everything else.
     */
    delete: {
      parameters: {
        query?: {
          records?: 'keep' | 'erase'
        }
        header?: never
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Gone. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `invalid-request` */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-employee` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    options?: never
    head?: never
    /** Rename an employee */
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
          }
        }
      }
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Employee']
          }
        }
        /** @description `invalid-request`, `malformed-body` */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-employee` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-name` */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    trace?: never
  }
  '/attendance': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the attendance records, newest first */
    get: {
      parameters: {
        query?: {
          /** @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC. */
          from?: string
          /** @description First instant after. */
          to?: string
          /** @description A UUID. */
          employee?: string
          after?: string
          limit?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description A page of records. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              records: components['schemas']['AttributedRecord'][]
              /** @description Give this as `after` for the next page; null on the last one. */
              next: string | null
            }
          }
        }
        /** @description `invalid-request`, `invalid-range` */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    AttendanceRecord: {
      /** @description A UUID. */
      id: string
      kind: components['schemas']['RecordKind']
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
    }
    AttributedRecord: {
      /** @description A UUID. */
      id: string
      kind: components['schemas']['RecordKind']
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
      employee: components['schemas']['EmployeeRef'] | null
    }
    Employee: {
      /** @description A UUID. */
      id: string
      name: string
      /** @description How many face templates are kept. */
      templates: number
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      createdAt: string
    }
    EmployeeRef: {
      /** @description A UUID. */
      id: string
      name: string
    }
    PhotoVerdict:
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'accepted'
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'no-face'
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'several-faces'
          count: number
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'poor-quality'
          reasons: components['schemas']['QualityReason'][]
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'unreadable'
          reason: components['schemas']['UnreadableReason']
        }
    Problem: {
      title: string
      type: string
      status: number
      code: components['schemas']['ProblemCode']
      detail: string
      /** @description The field that is meant. */
      field?: string
      /** @description Why, as a word that does not change. */
      reason?: string
      reasons?: components['schemas']['QualityReason'][]
      /** @description How many faces count. */
      count?: number
      photos?: components['schemas']['PhotoVerdict'][]
    }
    /** @enum {string} */
    ProblemCode:
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
    QualityReason:
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
    RecordKind: 'in' | 'out' | 'break-start' | 'break-end'
    /** @enum {string} */
    UnreadableReason:
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
