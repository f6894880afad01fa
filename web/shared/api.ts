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
              /** @description The version of the time zone data, `2026c`. */
              zoneData: string
              /** @description What is not installed: `face` where no model is there, and people clock in otherwise. */
              off?: 'face'[]
              /** @description What whoever runs the server should look at: what the database has not the rights to guarantee by itself, such as `mysql-records-can-be-changed`, and `templates-unreadable`, by which nobody is recognised. */
              caution?: string
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
  '/setup': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell whether the program waits to be set up */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Whether it does. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              open: boolean
            }
          }
        }
      }
    }
    put?: never
    /**
     * Set the program up, once: the first admin, the country, the first site
     * @description With the token of the link that the program prints when it starts, or `pointeuse setup-link`. Until this is done nothing else is answered. Whoever does it is signed in.
     */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            token: string
            name: string
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            password: string
            /** @description ISO 3166, with a subdivision where its law is its own: `FR`, `US-IL`; `other`. */
            country: string
            site: {
              name: string
              zone: string
            }
            /** @description Publish the notice about faces that comes with the country as it stands. */
            publishNotice: boolean
          }
        }
      }
      responses: {
        /** @description Done, and signed in. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              operator: components['schemas']['Operator']
              siteId: string | null
            }
          }
        }
        /** @description `setup-link-invalid`, `https-needed`, `cross-site-request` */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `already-set-up` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `weak-password`, `invalid-name`, `unknown-zone`, `invalid-value` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell who is signed in */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The operator, or nobody. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              operator: components['schemas']['SignedIn'] | null
            }
          }
        }
      }
    }
    put?: never
    /**
     * Sign in with a name and a password
     * @description Sets a cookie that lasts half an hour after the last request, and 12 hours at most. It is not told which of the two was wrong. Whoever has an app for codes is asked for one then: the same again with `code`, of the app or one that was kept for when it is lost. After a few attempts that fail there are pauses.
     */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            password: string
            code?: string
          }
        }
      }
      responses: {
        /** @description Signed in. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              operator: components['schemas']['SignedIn']
            }
          }
        }
        /** @description `wrong-credentials`, `second-factor-needed`, `wrong-code` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `https-needed`, `cross-site-request` */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `too-many-attempts` */
        429: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    /** Sign out */
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/password': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Change your own password, which ends your other sessions */
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            current: string
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            next: string
          }
        }
      }
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `wrong-credentials`, `not-signed-in` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `weak-password` */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `too-many-attempts` */
        429: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/second-factor': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell whether you have an app for codes */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As it is now. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['SecondFactor']
          }
        }
      }
    }
    /** Confirm the app by a code of it, which ends your other sessions */
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            code: string
          }
        }
      }
      responses: {
        /** @description Shown this once; each signs in once when the app is lost. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['RecoveryCodes']
          }
        }
        /** @description `wrong-code` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-second-factor` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `too-many-attempts` */
        429: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
      }
    }
    /**
     * Begin with an app for codes: a new secret
     * @description It counts once a code of the app has confirmed it.
     */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            password: string
          }
        }
      }
      responses: {
        /** @description Shown this once. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['TotpOffer']
          }
        }
        /** @description `wrong-credentials` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `second-factor-on` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `too-many-attempts` */
        429: {
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
  '/session/second-factor/removal': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Remove your app for codes */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            password: string
          }
        }
      }
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `wrong-credentials` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-second-factor` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `too-many-attempts` */
        429: {
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
  '/session/recovery-codes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make new recovery codes, instead of those that there are */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            password: string
          }
        }
      }
      responses: {
        /** @description Shown this once; each signs in once when the app is lost. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['RecoveryCodes']
          }
        }
        /** @description `wrong-credentials` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-second-factor` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `too-many-attempts` */
        429: {
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
  '/operators/{id}/second-factor': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Take the app for codes and the passkeys from an operator who has lost them */
    delete: {
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
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-operator` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-second-factor` */
        409: {
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
    patch?: never
    trace?: never
  }
  '/session/passkey/question': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ask what to sign in with a passkey with */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description For the browser, within two minutes. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @description WebAuthn, as JSON. */
              options: {
                [key: string]: unknown
              }
            }
          }
        }
        /** @description `https-needed` */
        403: {
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
  '/session/passkey': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Sign in with a passkey */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description WebAuthn, as JSON. */
            answer: {
              [key: string]: unknown
            }
          }
        }
      }
      responses: {
        /** @description Signed in. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              operator: components['schemas']['SignedIn']
            }
          }
        }
        /** @description `wrong-passkey` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `https-needed`, `cross-site-request` */
        403: {
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
  '/session/passkeys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List your passkeys, oldest first */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Yours. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              passkeys: components['schemas']['Passkey'][]
            }
          }
        }
      }
    }
    put?: never
    /** Keep a passkey that the browser has made */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            /** @description WebAuthn, as JSON. */
            answer: {
              [key: string]: unknown
            }
          }
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Passkey']
          }
        }
        /** @description `wrong-passkey` */
        401: {
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/session/passkeys/question': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ask what to make a passkey with */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            password: string
          }
        }
      }
      responses: {
        /** @description For the browser, within two minutes. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @description WebAuthn, as JSON. */
              options: {
                [key: string]: unknown
              }
            }
          }
        }
        /** @description `wrong-credentials` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `https-needed` */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `too-many-attempts` */
        429: {
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
  '/session/passkeys/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Remove a passkey of yours */
    delete: {
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
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-passkey` */
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
    patch?: never
    trace?: never
  }
  '/operators': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the operators, oldest first */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All operators. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              operators: components['schemas']['Operator'][]
            }
          }
        }
      }
    }
    put?: never
    /** Add an operator */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            role: components['schemas']['Role']
            siteIds?: components['schemas']['Sites']
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            password: string
          }
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Operator']
          }
        }
        /** @description `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `name-taken` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `weak-password`, `invalid-name` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/operators/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Remove an operator, whose sessions end at once
     * @description What they did stays under their name. The last admin stays.
     */
    delete: {
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
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-operator`, `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `last-admin` */
        409: {
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
    /** Change the name, the role or the sites of an operator, at once for all of their sessions */
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
            name?: string
            role?: components['schemas']['Role']
            siteIds?: components['schemas']['Sites']
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
            'application/json': components['schemas']['Operator']
          }
        }
        /** @description `no-such-operator`, `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `name-taken`, `last-admin` */
        409: {
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
  '/operators/{id}/password': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Give an operator a new password, which ends all of their sessions */
    put: {
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
            /** @description At least 8 characters that are not easy to guess; at most 200. */
            password: string
          }
        }
      }
      responses: {
        /** @description Done. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-operator`, `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `weak-password` */
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
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api-keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the API keys, oldest first */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All keys, without what they open with. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              apiKeys: components['schemas']['ApiKey'][]
            }
          }
        }
      }
    }
    put?: never
    /**
     * Make an API key, which is shown this once
     * @description Sent as `Authorization: Bearer KEY`.
     */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            scopes: components['schemas']['Scope'][]
            siteId?: string | null
            expiresAt?: string | null
          }
        }
      }
      responses: {
        /** @description The key. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              apiKey: components['schemas']['ApiKey']
              /** @description Keep it: it is not kept here. */
              key: string
            }
          }
        }
        /** @description `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-name`, `invalid-value` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api-keys/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Take an API key back, at once */
    delete: {
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
        /** @description Gone. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-api-key` */
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
    /**
     * Record the attendance of whoever a photo, a badge, or a number and PIN shows
     * @description Without `kind` the last record decides: whoever is in goes out, whoever is on a break comes back. A badge, or a number with its PIN, says who it is; a photo along with it has to show them (1:1). At a kiosk, and with a key for one site, the site is theirs.
     */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'multipart/form-data': {
            /**
             * Format: binary
             * @description JPEG, PNG, WebP or AVIF; at most 10 MB, and 40 megapixels (JPEG 210, progressive 60; AVIF 16).
             */
            photo?: string
            /** @description The number of an employee, with their `pin`. */
            number?: string
            /** @description Eight digits. */
            pin?: string
            /** @description What the code of a badge says. */
            badge?: string
            kind?: components['schemas']['RecordKind']
            /** @description A UUID. */
            site?: string
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
              /** @description Proves the record later: its id, time and place in the record of what was done, signed. `pointeuse audit check-receipt` reads it. */
              receipt: string
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
        /** @description `face-not-allowed` (with `reason`) */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-site` */
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
        /** @description `no-face`, `several-faces`, `poor-quality`, `unknown`, `ambiguous`, `unreadable-photo`, `wrong-pin`, `unknown-badge`, `face-differs`, `face-needed`, `way-not-taken`, `idempotency-key-reused` */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `too-many-attempts`: too many PINs were wrong */
        429: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `engine-unavailable`, `timeout`, `store-unreachable`, `store-broken` */
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
  '/decision': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell how it is decided who somebody is */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
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
            'application/json': components['schemas']['Decision']
          }
        }
        /** @description `not-ready` */
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
  '/employees/{id}/verify': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Tell whether the photo shows this employee
     * @description Compares with this employee only, at a false match rate of 1 in 10,000. Nothing is recorded.
     */
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
            /**
             * Format: binary
             * @description JPEG, PNG, WebP or AVIF; at most 10 MB, and 40 megapixels (JPEG 210, progressive 60; AVIF 16).
             */
            photo: string
          }
        }
      }
      responses: {
        /** @description Compared. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'match' | 'no-match'
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
        /** @description `face-not-allowed` (with `reason`) */
        403: {
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
        /** @description `no-template`, `no-face`, `several-faces`, `poor-quality`, `unreadable-photo` */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `engine-unavailable`, `timeout`, `store-unreachable`, `store-broken` */
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
  '/recogniser': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell what recognises faces, and how far a change of it has come */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
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
            'application/json': components['schemas']['Recogniser']
          }
        }
        /** @description `not-ready` */
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
  '/recogniser/waiting': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the employees who have to be enrolled again, oldest first */
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
        /** @description Those who are enrolled with the one before alone. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              employees: components['schemas']['EmployeeRef'][]
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
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'multipart/form-data': {
            name: string
            /** @description By which the company knows them; else the next. */
            number?: string
            /** @description Where the employee’s signed consent is kept; or `notice:3:fr` for version 3 of the notice, read and agreed to on a screen in French. */
            consent: string
            /**
             * @description In which language a signed paper was read.
             * @default fr
             * @enum {string}
             */
            consentLanguage?: 'fr' | 'en' | 'ar'
            /** @description Where they belong from today on; for a caller of one site that one. */
            site?: string
            /**
             * @description An operator has confirmed that this is not the employee who looks the same.
             * @default false
             * @enum {string}
             */
            twins?: 'true' | 'false'
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
              /** @description How many older templates made room for better ones: ten are kept at most. */
              replaced: number
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
        /** @description `face-not-allowed` (with `reason`) */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `already-enrolled` (with `photos`), `number-taken`, `notice-not-published` (with `reason`) */
        409: {
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
        /** @description `no-photo-accepted` (with `photos`), `archived` (the site), `invalid-name`, `invalid-number`, `consent-missing`, `consent-outdated`, `invalid-value`, `idempotency-key-reused` */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `engine-unavailable`, `timeout`, `store-unreachable`, `store-broken` */
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
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'multipart/form-data': {
            /** @description As for /register; not needed where the employee’s consent stands. */
            consent?: string
            /**
             * @description In which language a signed paper was read.
             * @default fr
             * @enum {string}
             */
            consentLanguage?: 'fr' | 'en' | 'ar'
            /**
             * @description An operator has confirmed that this is not the employee who looks the same.
             * @default false
             * @enum {string}
             */
            twins?: 'true' | 'false'
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
              /** @description How many older templates made room for better ones: ten are kept at most. */
              replaced: number
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
        /** @description `face-not-allowed` (with `reason`) */
        403: {
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
        /** @description `already-enrolled` (with `photos`), `notice-not-published` (with `reason`) */
        409: {
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
        /** @description `no-photo-accepted` (with `photos`), `consent-missing`, `consent-outdated`, `invalid-value`, `idempotency-key-reused` */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-ready`, `overloaded`, `engine-unavailable`, `timeout`, `store-unreachable`, `store-broken` */
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
  '/notice': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Show what people are told about their data
     * @description For everybody, without signing in. Whoever accepts `text/html`, as browsers do, is given it as a page.
     */
    get: {
      parameters: {
        query?: {
          language?: components['schemas']['NoticeLanguage']
        }
        header?: never
        path?: never
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
            'application/json': components['schemas']['Notice']
          }
        }
        /** @description `no-such-notice` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/privacy/notices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List every notice that was ever published, oldest first */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All of them. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              notices: {
                version: number
                country: components['schemas']['Country']
                /** @description Whether it was published while faces were in use. */
                coversFace: boolean
                texts: {
                  fr: {
                    /** @description Plain text: empty lines part paragraphs, `# ` and `## ` begin a heading, `- ` an entry. */
                    text: string
                    /** @description SHA-256 of the text as UTF-8, in hex. */
                    hash: string
                  }
                  en: {
                    /** @description Plain text: empty lines part paragraphs, `# ` and `## ` begin a heading, `- ` an entry. */
                    text: string
                    /** @description SHA-256 of the text as UTF-8, in hex. */
                    hash: string
                  }
                  ar: {
                    /** @description Plain text: empty lines part paragraphs, `# ` and `## ` begin a heading, `- ` an entry. */
                    text: string
                    /** @description SHA-256 of the text as UTF-8, in hex. */
                    hash: string
                  }
                }
                /**
                 * Format: date-time
                 * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
                 */
                at: string
                by: string
              }[]
            }
          }
        }
      }
    }
    put?: never
    /**
     * Publish a notice
     * @description It becomes the next version; those before stay as they are.
     */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            texts: components['schemas']['NoticeTexts']
          }
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Notice']
          }
        }
        /** @description `privacy-not-set-up` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-value` (with `field` and `reason`) */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/privacy/notices/draft': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Draft the notice that the country asks for, with what was chosen */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
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
            'application/json': components['schemas']['NoticeTexts']
          }
        }
        /** @description `privacy-not-set-up` */
        409: {
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
  '/privacy/countries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List what the program knows of each country, and where that stands */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description A beginning, and no legal advice. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              countries: components['schemas']['CountryProfile'][]
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
  '/privacy': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Show what was decided about people’s data, and how that stands */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
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
            'application/json': components['schemas']['PrivacyStanding']
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
  '/privacy/choices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List all that was ever decided, with who decided it and why, oldest first */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All of it. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              choices: components['schemas']['PrivacyChoices'][]
            }
          }
        }
      }
    }
    /**
     * Decide in which country the clock stands, and what is done with faces
     * @description What was decided before stays written down.
     */
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            country: components['schemas']['Country']
            controller: components['schemas']['Controller']
            face: components['schemas']['FaceChoice']
            /** @description The number of an authority’s authorisation, where one has to allow faces. */
            authorisation: string | null
            retention: components['schemas']['RetentionChoice']
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
            'application/json': components['schemas']['PrivacyChoices']
          }
        }
        /** @description `invalid-value` (with `field` and `reason`) */
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
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}/consents': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List what an employee said about their face, oldest first */
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
        /** @description All of it. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              consents: components['schemas']['ConsentEvent'][]
            }
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
    /** Write down the consent of somebody who has templates already */
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
          'application/json': {
            /** @description As for /register. */
            consent: string
            language?: components['schemas']['NoticeLanguage']
          }
        }
      }
      responses: {
        /** @description All that they said. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              consents: components['schemas']['ConsentEvent'][]
            }
          }
        }
        /** @description `face-not-allowed` */
        403: {
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
        /** @description `notice-not-published` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `consent-missing`, `consent-outdated`, `invalid-value` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}/consents/withdrawal': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take back an employee’s consent: their templates are gone, and they have a PIN */
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
      requestBody?: never
      responses: {
        /** @description Done. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @description How many templates are gone. */
              templates: number
              /** @description A new PIN, told this once; null where they have one already. */
              pin: string | null
            }
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/privacy/retention': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell what is kept for nothing any more; nothing goes */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
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
            'application/json': components['schemas']['RetentionPlan']
          }
        }
        /** @description `privacy-not-set-up` */
        409: {
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
    /**
     * Erase what is kept for nothing any more
     * @description The program does so by itself every six hours.
     */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Done. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @description How many templates are gone. */
              templates: number
              /** @description Of how many people everything is gone. */
              people: number
              plan: components['schemas']['RetentionPlan']
            }
          }
        }
        /** @description `privacy-not-set-up` */
        409: {
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
  '/employees/{id}/data': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Give everything that is held about an employee, also of those who left
     * @description A ZIP of data.json, a CSV for each table, and a summary to read. Templates are told of, without their vectors.
     */
    get: {
      parameters: {
        query?: {
          language?: components['schemas']['NoticeLanguage']
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
        /** @description All of it. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/zip': string
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/privacy/dpia': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Give a data protection impact assessment of the program as it runs now */
    get: {
      parameters: {
        query?: {
          language?: 'fr' | 'en'
          format?: 'html' | 'pdf'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The assessment; `application/pdf` where that was asked for. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/html': string
          }
        }
        /** @description `privacy-not-set-up` */
        409: {
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
              employees: components['schemas']['ListedEmployee'][]
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
            'application/json': components['schemas']['ListedEmployee']
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
    /** Change the name or the number of an employee */
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
            name?: string
            number?: string
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
            'application/json': components['schemas']['ListedEmployee']
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
        /** @description `number-taken` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-name`, `invalid-number` */
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
  '/employees/{id}/employment': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /**
     * Say when an employee is employed
     * @description Nothing is planned, missed or due before the first day and after the last. That they left does not delete them: their records and their face templates stay until they are forgotten.
     */
    put: {
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
            /** @description The first day of their employment; null where it is not known. */
            firstDay: string | null
            /** @description The last day of their employment; null as long as there is none. */
            lastDay: string | null
          }
        }
      }
      responses: {
        /** @description As it is now. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @description The first day of their employment; null where it is not known. */
              firstDay: string | null
              /** @description The last day of their employment; null as long as there is none. */
              lastDay: string | null
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
        /** @description `no-such-employee` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-value` */
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
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
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
  '/calendars': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the calendars of public holidays that come with the program */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All calendars. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              calendars: components['schemas']['HolidayCalendar'][]
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
  '/sites': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the sites, oldest first */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All sites. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              sites: components['schemas']['Site'][]
            }
          }
        }
      }
    }
    put?: never
    /** Add a site */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            zone: string
            calendar?: components['schemas']['HolidayCalendarId'] | null
          }
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Site']
          }
        }
        /** @description `unknown-zone`, `invalid-value`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/sites/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Delete a site that was never used
     * @description One where people were assigned or recorded is archived instead.
     */
    delete: {
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
        /** @description Gone. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `in-use` */
        409: {
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
    /**
     * Change the name of a site, its calendar from a day on, among whom faces are looked for, or whether it is in use
     * @description The zone stays as it is: it says of which day past records are. A move is a new site. A site is taken out of use once nobody is assigned to it today or later; its hours stay as they are.
     */
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
            name?: string
            calendar?: components['schemas']['HolidayCalendarId'] | null
            /**
             * Format: date
             * @description The first day of the calendar: today, unless it is later.
             */
            calendarFrom?: string
            search?: components['schemas']['SearchScope']
            archived?: boolean
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
            'application/json': components['schemas']['Site']
          }
        }
        /** @description `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `in-use` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-value`, `rewrites-the-past` */
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
  '/sites/{id}/holidays': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the public holidays of a site in a year */
    get: {
      parameters: {
        query: {
          year: number
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
        /** @description By date. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              holidays: components['schemas']['Holiday'][]
            }
          }
        }
        /** @description `no-such-site` */
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
    /**
     * Add the holidays of a calendar file to a site
     * @description The body is an iCalendar file (`text/calendar`, at most 1 MB) of whole-day events. One wrong event refuses the file.
     */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All of it. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @description How many days. */
              imported: number
            }
          }
        }
        /** @description `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-too-large` */
        413: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type` */
        415: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `not-a-calendar`, `invalid-value`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/sites/{id}/holidays/{date}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Add or confirm a holiday of a site, or make a workday of one */
    put: {
      parameters: {
        query?: never
        header?: never
        path: {
          /** @description A UUID. */
          id: string
          /** @description A day, `2026-03-29`. */
          date: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            /** @default true */
            isHoliday?: boolean
          }
        }
      }
      responses: {
        /** @description Gone. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-value` */
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
    post?: never
    /** Take back what was said of a day; a shipped holiday is one again */
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          /** @description A UUID. */
          id: string
          /** @description A day, `2026-03-29`. */
          date: string
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
        /** @description `no-such-site` */
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
    patch?: never
    trace?: never
  }
  '/sites/{id}/mode': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell how people clock in at a site */
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
        /** @description How people clock in at the site. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              mode: components['schemas']['SiteMode']
            }
          }
        }
        /** @description `no-such-site` */
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
    /** Say how people clock in at a site */
    put: {
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
            mode: components['schemas']['SiteMode']
          }
        }
      }
      responses: {
        /** @description How people clock in at the site. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              mode: components['schemas']['SiteMode']
            }
          }
        }
        /** @description `no-such-site` */
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
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/kiosks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the kiosks, oldest first, with what they last said of themselves */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All within reach, those that were revoked included. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              kiosks: components['schemas']['Kiosk'][]
            }
          }
        }
      }
    }
    put?: never
    /** Make a place for a kiosk, and the code that pairs a device with it */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            /** @description A UUID. */
            siteId: string
          }
        }
      }
      responses: {
        /** @description Type the code at /kiosk on the device. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              kiosk: components['schemas']['Kiosk']
              /** @description 8 characters, told once; they pair one device within 10 minutes. */
              code: string
              /**
               * Format: date-time
               * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
               */
              codeUntil: string
            }
          }
        }
        /** @description `no-such-site` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/kiosks/{id}/code': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make a new code, for a device that takes the place of the one that is paired */
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
      requestBody?: never
      responses: {
        /** @description The device that is paired goes on until then. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              kiosk: components['schemas']['Kiosk']
              /** @description 8 characters, told once; they pair one device within 10 minutes. */
              code: string
              /**
               * Format: date-time
               * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
               */
              codeUntil: string
            }
          }
        }
        /** @description `no-such-kiosk` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/kiosks/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Revoke a kiosk: its device is nobody from now on, at every server */
    delete: {
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
        /** @description Revoked. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-kiosk` */
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
    /** Rename a kiosk */
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
            'application/json': components['schemas']['Kiosk']
          }
        }
        /** @description `no-such-kiosk` */
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
  '/kiosk/nonce': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Give a nonce, with which a kiosk signs one request within two minutes
     * @description Each answer to a kiosk brings the nonce for its next request in the header `Kiosk-Nonce`.
     */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description New. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              nonce: string
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
  '/kiosk/pairing': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Pair this device as the kiosk that waits with this code */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            code: string
            /** @description Public key on the curve P-256: base64url of the DER of its SubjectPublicKeyInfo. */
            key: string
          }
        }
      }
      responses: {
        /** @description What the kiosk is, and how people clock in there. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['KioskSelf']
          }
        }
        /** @description `unknown-code`, `invalid-value` (the key) */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/kiosk/heartbeat': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tell that the kiosk is there, and learn what it is */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            version: string
            camera: components['schemas']['KioskCamera']
          }
        }
      }
      responses: {
        /** @description What the kiosk is, and how people clock in there. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['KioskSelf']
          }
        }
        /** @description `not-a-kiosk`, `stale-nonce` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-replayed` */
        409: {
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
  '/kiosk/contest': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Void a record that this kiosk has just made of somebody else: “not me”
     * @description A correction voids it at once, and tells whoever looks after the hours. Only of a face, at the kiosk that recorded it, within a minute.
     */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description A UUID. */
            recordId: string
          }
        }
      }
      responses: {
        /** @description It counts no more. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @enum {string} */
              outcome: 'voided'
            }
          }
        }
        /** @description `not-a-kiosk`, `stale-nonce` */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `request-replayed` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-record`, `too-late`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}/credentials': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tell whether an employee has a PIN and a badge, and whether the PIN is disabled */
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
            'application/json': components['schemas']['Credentials']
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}/pin': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Make a new PIN for an employee, instead of whichever they had
     * @description PINs are made by the program, at random; nobody chooses one.
     */
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
      requestBody?: never
      responses: {
        /** @description Tell it to the employee, and nobody else. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @description 8 digits, told once. */
              pin: string
            }
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
    /** Take an employee’s PIN away */
    delete: {
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
        /** @description It opens nothing from now on. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
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
    patch?: never
    trace?: never
  }
  '/employees/{id}/badge': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make a new badge for an employee, instead of whichever they had */
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
      requestBody?: never
      responses: {
        /** @description PDF of A4 pages, to be printed and cut. It is made once: nobody can print it again. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/pdf': string
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
    /** Revoke an employee’s badge */
    delete: {
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
        /** @description It opens nothing from now on. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
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
    patch?: never
    trace?: never
  }
  '/badges': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make new badges for many employees, on sheets to be printed */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            employeeIds: string[]
          }
        }
      }
      responses: {
        /** @description PDF of A4 pages, to be printed and cut. It is made once: nobody can print it again. */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/pdf': string
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/overtime-presets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List overtime by rates as laws have it, to begin a schedule with */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All presets. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              presets: components['schemas']['OvertimePreset'][]
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
  '/schedules': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the schedules with all their versions */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description All schedules. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              schedules: components['schemas']['Schedule'][]
            }
          }
        }
      }
    }
    put?: never
    /** Add a schedule */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            /**
             * Format: date
             * @description A day, `2026-03-29`.
             */
            from: string
            /** @description A day of the week that is week 1; without it, the week of `from`. */
            anchor?: string
            /** @description One, or several that follow each other. */
            weeks: components['schemas']['Week'][]
            flexible?: components['schemas']['FlexibleHours']
            rules?: {
              /** @description Later than this is late; then the whole delay counts. */
              graceLate?: number
              /** @description As `graceLate`, for leaving. */
              graceEarly?: number
              /** @description Presence that overlaps a shift by no more than this belongs to the shift beside it; 15 unless told. */
              shiftGrace?: number
              overtimeDayAfter?: number | 'planned'
              /** @description Work beyond this in an ISO week is overtime. */
              overtimeWeekAfter?: number
              /** @description Overtime by rates, in place of the two limits above. Each second of work is in the last band of the list that it fulfils: from the general to the particular. */
              overtimeBands?: components['schemas']['OvertimeBand'][]
              missingOut?: components['schemas']['MissingOutRule']
              /** @description A clock-out later than this after its clock-in does not belong to it. */
              maxSession?: number
              /**
               * @description Whether work of a night is on a holiday or a rest day by the day on which it began, which holds unless told, or by the clock.
               * @enum {string}
               */
              specialDaysBy?: 'start' | 'clock'
              worksOnHolidays?: boolean
            }
          }
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Schedule']
          }
        }
        /** @description `invalid-value`, `shift-empty`, `shifts-overlap`, `rewrites-the-past`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/schedules/{id}/versions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Change a schedule from a day on
     * @description The days before keep the rules that they were worked under.
     */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: date
             * @description A day, `2026-03-29`.
             */
            from: string
            /** @description A day of the week that is week 1; without it, the week of `from`. */
            anchor?: string
            /** @description One, or several that follow each other. */
            weeks: components['schemas']['Week'][]
            flexible?: components['schemas']['FlexibleHours']
            rules?: {
              /** @description Later than this is late; then the whole delay counts. */
              graceLate?: number
              /** @description As `graceLate`, for leaving. */
              graceEarly?: number
              /** @description Presence that overlaps a shift by no more than this belongs to the shift beside it; 15 unless told. */
              shiftGrace?: number
              overtimeDayAfter?: number | 'planned'
              /** @description Work beyond this in an ISO week is overtime. */
              overtimeWeekAfter?: number
              /** @description Overtime by rates, in place of the two limits above. Each second of work is in the last band of the list that it fulfils: from the general to the particular. */
              overtimeBands?: components['schemas']['OvertimeBand'][]
              missingOut?: components['schemas']['MissingOutRule']
              /** @description A clock-out later than this after its clock-in does not belong to it. */
              maxSession?: number
              /**
               * @description Whether work of a night is on a holiday or a rest day by the day on which it began, which holds unless told, or by the clock.
               * @enum {string}
               */
              specialDaysBy?: 'start' | 'clock'
              worksOnHolidays?: boolean
            }
          }
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Schedule']
          }
        }
        /** @description `no-such-schedule` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `invalid-value`, `shift-empty`, `shifts-overlap`, `rewrites-the-past`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}/assignments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List where an employee belonged and by which schedule, by first day */
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
        /** @description All of them. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              assignments: components['schemas']['Assignment'][]
            }
          }
        }
      }
    }
    put?: never
    /** Assign an employee to a site and a schedule from a day on */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /**
             * Format: date
             * @description A day, `2026-03-29`.
             */
            from: string
            /** @description A UUID. */
            siteId: string
            scheduleId: string | null
            /** @description Weeks ahead in the cycle. */
            weekOffset?: number
          }
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Assignment']
          }
        }
        /** @description `no-such-employee`, `no-such-site`, `no-such-schedule` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `rewrites-the-past`, `shifts-overlap`, `invalid-value`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/schedules/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Delete a schedule that nobody was ever assigned to
     * @description Another is archived instead.
     */
    delete: {
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
        /** @description Gone. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-schedule` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `in-use` */
        409: {
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
    /**
     * Take a schedule out of use, or back into it
     * @description Once nobody is assigned to it today or later; its hours stay as they are.
     */
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
            archived: boolean
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
            'application/json': components['schemas']['Schedule']
          }
        }
        /** @description `no-such-schedule` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `in-use` */
        409: {
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
  '/schedules/{id}/versions/{from}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Withdraw a change of a schedule that has not begun */
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          /** @description A UUID. */
          id: string
          /** @description A day, `2026-03-29`. */
          from: string
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
        /** @description `no-such-schedule` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `in-use` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `rewrites-the-past`, `shifts-overlap` */
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
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}/assignments/{from}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Withdraw an assignment that has not begun */
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          /** @description A UUID. */
          id: string
          /** @description A day, `2026-03-29`. */
          from: string
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
        /** @description `no-such-assignment` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `rewrites-the-past`, `shifts-overlap` */
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
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/employees/{id}/leaves': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the leave of an employee that touches a range of days */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
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
        /** @description By first day. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              leaves: components['schemas']['Leave'][]
              /** @description Leave that was taken back after it had begun. */
              takenBack: components['schemas']['TakenBack'][]
            }
          }
        }
        /** @description `invalid-range` */
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
    /** Note days of leave, or a part of each of them */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['LeaveDraft']
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Leave']
          }
        }
        /** @description `invalid-range` */
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
        /** @description `leaves-overlap`, `invalid-value`, `shift-empty`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/leaves/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Take leave back
     * @description Leave that has begun is kept, with when it was taken back, and counts for nothing.
     */
    delete: {
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
        /** @description Gone. */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description `no-such-leave` */
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
    patch?: never
    trace?: never
  }
  '/corrections': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List corrections, newest first */
    get: {
      parameters: {
        query?: {
          /** @description A UUID. */
          employee?: string
          state?: 'open' | 'decided' | 'approved' | 'rejected'
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
        /** @description A page of corrections. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              corrections: components['schemas']['Correction'][]
              next: string | null
            }
          }
        }
      }
    }
    put?: never
    /**
     * Ask for a record to be added, voided or changed
     * @description Nothing recorded is ever changed: a correction stands beside it. It counts once somebody else approved it, or at once where the settings ask for no approval.
     */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json':
            | {
                /** @description A UUID. */
                employeeId: string
                reason: string
                /** @enum {string} */
                action: 'add'
                kind: components['schemas']['RecordKind']
                /** @description `2026-10-25T14:30` on the clocks of the site, or with an offset. */
                at: string
                siteId?: string | null
              }
            | {
                /** @description A UUID. */
                employeeId: string
                reason: string
                /** @enum {string} */
                action: 'void'
                /** @description A UUID. */
                recordId: string
              }
            | {
                /** @description A UUID. */
                employeeId: string
                reason: string
                /** @enum {string} */
                action: 'change'
                /** @description A UUID. */
                recordId: string
                kind?: components['schemas']['RecordKind']
                /** @description `2026-10-25T14:30` on the clocks of the site, or with an offset. */
                at?: string
                siteId?: string | null
              }
        }
      }
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Correction']
          }
        }
        /** @description `no-such-employee`, `no-such-site` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `no-such-record`, `record-void`, `records-overlap`, `wall-time-skipped`, `wall-time-twice`, `in-the-future`, `invalid-value`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/corrections/{id}/decision': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Approve or reject a correction, once
     * @description Nobody approves what they asked for, by their account, or what is about them, by their name. Whoever asked may reject it, which takes it back.
     */
    post: {
      parameters: {
        query?: never
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path: {
          /** @description A UUID. */
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @enum {string} */
            outcome: 'approved' | 'rejected'
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
            'application/json': components['schemas']['Correction']
          }
        }
        /** @description `no-such-correction` */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `already-decided` */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `own-correction`, `record-void`, `record-changed`, `records-overlap`, `invalid-value`, `idempotency-key-reused` */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/timesheets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Show what employees worked over a range of days
     * @description A night shift belongs to the day on which it begins. Overtime by week counts where the week ends. `limit` times the days of the range are at most 18300.
     */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          by?: 'day' | 'week' | 'month'
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
        /** @description A page of timesheets, by employee. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              timesheets: components['schemas']['Timesheet'][]
              next: string | null
            }
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/timesheets/to-correct': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List the days on which something should be corrected or decided
     * @description A missing clock-in or clock-out, breaks that contradict each other, time that a rule supplied, work outside of the schedule, a correction that waits. A page may be longer than `limit`, as it has whole employees, or empty before the last.
     */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
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
        /** @description A page of days, by employee. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              days: components['schemas']['DayToCorrect'][]
              next: string | null
            }
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/records.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export records as CSV */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
          /** @description A byte order mark, for Excel. */
          bom?: boolean
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/csv; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/records.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export records as XLSX */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/records.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export records as JSON */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/days.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export days as CSV */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
          /** @description A byte order mark, for Excel. */
          bom?: boolean
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/csv; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/days.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export days as XLSX */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/days.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export days as JSON */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/weeks.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export weeks as CSV */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
          /** @description A byte order mark, for Excel. */
          bom?: boolean
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/csv; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/weeks.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export weeks as XLSX */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/weeks.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export weeks as JSON */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/months.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export months as CSV */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
          /** @description A byte order mark, for Excel. */
          bom?: boolean
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/csv; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/months.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export months as XLSX */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/months.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export months as JSON */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/overtime.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export overtime as CSV */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
          /** @description A byte order mark, for Excel. */
          bom?: boolean
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/csv; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/overtime.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export overtime as XLSX */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/overtime.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export overtime as JSON */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/corrections.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export corrections as CSV */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
          /** @description A byte order mark, for Excel. */
          bom?: boolean
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/csv; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/corrections.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export corrections as XLSX */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/exports/corrections.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Export corrections as JSON */
    get: {
      parameters: {
        query: {
          /** @description A day, `2026-03-29`. */
          from: string
          /** @description A day, `2026-03-29`. */
          to: string
          /** @description A UUID. */
          employee?: string
          /** @description A UUID. */
          site?: string
          language?: 'fr' | 'en' | 'ar'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The file. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json; charset=utf-8': string
          }
        }
        /** @description `invalid-request`, `invalid-range`, `range-too-long` */
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
  '/imports/employees': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Import employees from CSV, all of them or none
     * @description The body is `text/csv` in UTF-8 with the columns `name` and, if wanted, `number`, `site`, `schedule` and `from`. With `dryRun` nothing is written and every row is reported; without it, one refused row refuses the file. Names that are there already are passed over.
     */
    post: {
      parameters: {
        query?: {
          dryRun?: boolean
        }
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description What became, or would become, of each row. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              imported: boolean
              rows: components['schemas']['ImportedRow'][]
            }
          }
        }
        /** @description `request-too-large` */
        413: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type` */
        415: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `import-refused`: the file cannot be read; `field` names the header */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports/leaves': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Import leave from CSV, all of it or none
     * @description The body is `text/csv` in UTF-8 with the columns `employee` (a name or an id), `from` and `kind`, and, if wanted, `to`, `part`, `start` and `end`. With `dryRun` nothing is written and every row is reported; without it, one refused row refuses the file. Leave that is there already is passed over.
     */
    post: {
      parameters: {
        query?: {
          dryRun?: boolean
        }
        header?: {
          /** @description Made anew for each request, and sent again with it: the same request is done once and answered alike for 30 days. */
          'idempotency-key'?: string
        }
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description What became, or would become, of each row. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              imported: boolean
              rows: components['schemas']['ImportedRow'][]
            }
          }
        }
        /** @description `request-too-large` */
        413: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `unsupported-media-type` */
        415: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/problem+json': components['schemas']['Problem']
          }
        }
        /** @description `import-refused`: the file cannot be read; `field` names the header */
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
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/zone-data': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Show the time zone data in use, and what each change of it made of the records
     * @description A record keeps its instant, its zone and how far the clocks were ahead of UTC when it was made. When the rules of a zone change, timesheets follow the new ones; what was recorded stays.
     */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description The version and its events. */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @description `2026c` */
              version: string
              /** @description Whether it is recent enough for hours to be right. */
              fresh: boolean
              freshSince: string
              /** @description Each time that the program started with other data; oldest first. */
              events: components['schemas']['ZoneDataEvent'][]
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
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    Agreement: {
      /** @description Both found the same employee. */
      same: number
      /** @description They found two employees: nobody was recorded. */
      different: number
      /** @description The one in use alone found somebody. */
      'only-current': number
      /** @description The one before alone found somebody. */
      'only-former': number
      /** @description Neither found anybody. */
      neither: number
    }
    ApiKey: {
      /** @description A UUID. */
      id: string
      name: string
      scopes: components['schemas']['Scope'][]
      /** @description Null: every site. */
      siteId: string | null
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      createdAt: string
      expiresAt: string | null
      /** @description When it was used last, to the minute. */
      usedAt: string | null
    }
    Assignment: {
      /** @description A UUID. */
      id: string
      /** @description A UUID. */
      employeeId: string
      /**
       * Format: date
       * @description A day, `2026-03-29`.
       */
      from: string
      /** @description A UUID. */
      siteId: string
      scheduleId: string | null
      weekOffset: number
    }
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
      clock?: components['schemas']['LocalClock']
    }
    BandTime: {
      label: string
      seconds: number
    }
    ConsentEvent: {
      /** @description 1 for the first. */
      ordinal: number
      /** @enum {string} */
      act: 'given' | 'withdrawn'
      /** @description What was read. */
      notice?: {
        version: number
        language: string
        hash: string
      }
      /** @enum {string} */
      how?: 'on-screen' | 'on-paper'
      /** @description Where the paper is. */
      keptAt?: string
      /** @description Who wrote it down. */
      by: string
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
    }
    /** @description Who answers for the data, as the notice names them. */
    Controller: {
      name: string
      address: string
      /** @description Where questions go: a person, a telephone number, an address. */
      contact: string
    }
    CorrectedValue: {
      kind: components['schemas']['RecordKind']
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
      siteId: string | null
    }
    Correction: {
      /** @description A UUID. */
      id: string
      /** @description A UUID. */
      employeeId: string
      employee: components['schemas']['EmployeeRef']
      /** @enum {string} */
      action: 'add' | 'void' | 'change'
      /** @description For `add`, the record has the id of the correction. */
      recordId: string | null
      was: components['schemas']['CorrectedValue'] | null
      becomes: components['schemas']['CorrectedValue'] | null
      reason: string
      by: string
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      writtenAt: string
      decision: {
        /**
         * @description `not-needed`: it counted at once, as the settings asked for no approval.
         * @enum {string}
         */
        outcome: 'approved' | 'rejected' | 'not-needed'
        by: string
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        at: string
      } | null
    }
    /** @enum {string} */
    Country: 'FR' | 'ES' | 'GB' | 'CH' | 'MA' | 'US-IL' | 'other'
    CountryProfile: {
      country: components['schemas']['Country']
      /** @description What the country is called. */
      name: {
        fr: string
        en: string
        ar: string
      }
      /**
       * @description Whether faces may be used for working hours as long as nobody decides otherwise.
       * @enum {string}
       */
      face: 'off' | 'needs-authorisation' | 'with-consent'
      /** @description Why that is so. */
      why: {
        fr: string
        en: string
        ar: string
      }
      sources: {
        title: string
        url: string
      }[]
      authority: {
        /** @description Where people complain. */
        name: {
          fr: string
          en: string
          ar: string
        }
        url: string
      }
      templateUnusedDays: number
      recordYears: number
      /** @description Where these periods come from. */
      retentionWhy: {
        fr: string
        en: string
        ar: string
      }
    }
    /** @description From which sides the kept templates show the face; left is the person’s own left. */
    Coverage: {
      front: boolean
      left: boolean
      right: boolean
    }
    Credentials: {
      pin: {
        /** @enum {string} */
        state: 'none' | 'set' | 'disabled'
        madeAt: string | null
      }
      badge: {
        madeAt: string | null
      }
    }
    DayToCorrect: {
      employee: components['schemas']['EmployeeRef']
      day: components['schemas']['TimesheetDay']
    }
    Decision: {
      /** @description What makes the embeddings that are compared. */
      model: string
      /** @description Employees with templates. */
      employees: number
      /** @description Templates that a face is compared with. */
      templates: number
      /** @description Asked for: the share of strangers taken for some employee (FPIR). */
      targetFpir: number
      /** @description What can be promised with so many templates. */
      expectedFpir: number
      /** @description False: ask for a PIN or badge first, then compare 1:1. */
      reached: boolean
      /** @description Counted on photos, or drawn on from what was counted. */
      measured: boolean
      /** @description Score from which somebody is taken for an employee, in standard deviations. */
      threshold: number
      /** @description How much of the threshold is for strangers who are more alike here than those of the table. */
      alikeness: number
      /** @description How far ahead of all others the best employee must be. */
      minMargin: number
      /** @description False match rate of one comparison at the threshold (FMR). */
      fmr: number
      table: {
        fmr: number
        score: number
        measured: boolean
      }[]
      /** @description How it is decided at each site in use; elsewhere it is as said above. */
      sites: components['schemas']['SiteDecision'][]
      /** @description What the table was measured on. */
      data: {
        description: string
        photos: number
        people: number
        impostorComparisons: number
      }
    }
    DecisionStep: {
      /** @description Of those who are looked among, with templates. */
      employees: number
      templates: number
      threshold: number
      /** @description The share of strangers that this step takes for somebody. */
      expectedFpir: number
      reached: boolean
    }
    Employee: {
      /** @description A UUID. */
      id: string
      name: string
      /** @description By which the company knows them; nobody else has it. */
      number: string
      /** @description How many face templates are kept. */
      templates: number
      strength: components['schemas']['Strength']
      coverage: components['schemas']['Coverage']
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
    FaceChoice: {
      /** @enum {string} */
      use: 'by-country' | 'off' | 'on'
      /** @description Needed for `on`, of 20 characters or more; kept with who gave it and when. */
      reason?: string
    }
    /** @description Seconds; those that begin with `days` or `missing` are counts. Half a day of leave is 0.5. */
    Figures: {
      planned: number
      worked: number
      late: number
      early: number
      overtime: number
      absent: number
      paidBreak: number
      unpaidBreak: number
      deductedBreak: number
      away: number
      underWay: number
      onHoliday: number
      closedByRule: number
      leavePaid: number
      leaveUnpaid: number
      leaveSick: number
      leaveOther: number
      missingOut: number
      missingIn: number
      daysWorked: number
      daysAbsent: number
      daysOfLeave: number
    }
    /** @description Hours without times, in place of shifts: worked against due, and never outside the schedule. */
    FlexibleHours: {
      /** @enum {string} */
      per: 'day' | 'week'
      /** @description Of a day, or of a week, shared out over its days. */
      minutes: number
      /** @description On which days; Monday to Friday unless told. */
      days?: ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[]
    }
    Holiday: {
      /**
       * Format: date
       * @description A day, `2026-03-29`.
       */
      date: string
      name: components['schemas']['LocalName']
      /** @description The day is computed only; feasts of the Islamic calendar follow a sighting. */
      provisional: boolean
    }
    HolidayCalendar: {
      id: components['schemas']['HolidayCalendarId']
      name: components['schemas']['LocalName']
      firstYear: number
      lastYear: number
      note: string
      sources: string[]
    }
    /** @enum {string} */
    HolidayCalendarId: 'fr' | 'fr-alsace-moselle' | 'ma' | 'ma-public-sector'
    ImportedRow: {
      /** @description As a spreadsheet shows it: the headers are row 1. */
      row: number
      /** @enum {string} */
      outcome: 'new' | 'already-there' | 'refused'
      problems: {
        code: string
        field: string
        detail: string
      }[]
    }
    Kiosk: {
      /** @description A UUID. */
      id: string
      name: string
      /** @description A UUID. */
      siteId: string
      /** @enum {string} */
      state: 'waiting' | 'paired' | 'revoked'
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      createdAt: string
      codeUntil: string | null
      pairedAt: string | null
      revokedAt: string | null
      seen: {
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        at: string
        version: string
        camera: components['schemas']['KioskCamera']
      } | null
    }
    /** @enum {string} */
    KioskCamera: 'live' | 'asking' | 'denied' | 'missing' | 'failed' | 'off'
    /** @description What the kiosk is, and how people clock in there. */
    KioskSelf: {
      /** @description A UUID. */
      id: string
      name: string
      site: {
        /** @description A UUID. */
        id: string
        name: string
        zone: string
      }
      mode: components['schemas']['SiteMode']
    }
    Leave: {
      /** @description A UUID. */
      id: string
      /** @description A UUID. */
      employeeId: string
      /**
       * Format: date
       * @description A day, `2026-03-29`.
       */
      from: string
      /**
       * Format: date
       * @description A day, `2026-03-29`.
       */
      to: string
      kind: components['schemas']['LeaveKind']
      part: components['schemas']['LeavePart']
      /** @description With `hours`: `14:00` on the clocks of the site. */
      start: string | null
      /** @description With `hours`: `14:00` on the clocks of the site. */
      end: string | null
    }
    LeaveDraft: {
      /**
       * Format: date
       * @description A day, `2026-03-29`.
       */
      from: string
      /**
       * Format: date
       * @description A day, `2026-03-29`.
       */
      to: string
      kind: components['schemas']['LeaveKind']
      part?: components['schemas']['LeavePart']
      /** @description With `hours`: `14:00` on the clocks of the site. */
      start?: string
      /** @description With `hours`. At or before `start`: on the next day. */
      end?: string
    }
    /** @enum {string} */
    LeaveKind: 'paid' | 'unpaid' | 'sick' | 'other'
    /**
     * @description Which part of each day. A half ends between the two shifts that divide the day most evenly; a single shift is divided in its middle.
     * @enum {string}
     */
    LeavePart: 'day' | 'morning' | 'afternoon' | 'hours'
    ListedEmployee: {
      /** @description A UUID. */
      id: string
      name: string
      /** @description By which the company knows them; nobody else has it. */
      number: string
      /** @description How many face templates are kept. */
      templates: number
      strength: components['schemas']['Strength']
      coverage: components['schemas']['Coverage']
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      createdAt: string
      /** @description The first day of their employment; null where it is not known. */
      firstDay: string | null
      /** @description The last day of their employment; null as long as there is none. */
      lastDay: string | null
    }
    /** @description The zone of the place, and how far its clocks were ahead of UTC by the rules of the day on which the record was made. Missing for records of earlier versions. */
    LocalClock: {
      /** @description IANA name, `Africa/Casablanca`. */
      zone: string
      offsetSeconds: number
    }
    LocalName: {
      fr: string
      en: string
      ar: string
    }
    /** @enum {string} */
    MarkCode:
      | 'missing-in'
      | 'break-outside-work'
      | 'break-repeated'
      | 'break-not-ended'
      | 'in-repeated'
      | 'missing-out'
      | 'closed-by-rule'
      | 'ongoing'
      | 'other-site'
      | 'corrected'
      | 'provisional-holiday'
      | 'worked-on-holiday'
      | 'worked-on-leave'
      | 'outside-schedule'
      | 'outside-employment'
      | 'correction-pending'
    MissingOutRule:
      | {
          /** @enum {string} */
          action: 'list'
        }
      | {
          /** @enum {string} */
          action: 'close-at-shift-end'
        }
      | {
          /** @enum {string} */
          action: 'close-after'
          /** @description After the clock-in. */
          minutes: number
        }
    Notice: {
      version: number
      country: components['schemas']['Country']
      /** @description Whether it was published while faces were in use. */
      coversFace: boolean
      texts: {
        fr: {
          /** @description Plain text: empty lines part paragraphs, `# ` and `## ` begin a heading, `- ` an entry. */
          text: string
          /** @description SHA-256 of the text as UTF-8, in hex. */
          hash: string
        }
        en: {
          /** @description Plain text: empty lines part paragraphs, `# ` and `## ` begin a heading, `- ` an entry. */
          text: string
          /** @description SHA-256 of the text as UTF-8, in hex. */
          hash: string
        }
        ar: {
          /** @description Plain text: empty lines part paragraphs, `# ` and `## ` begin a heading, `- ` an entry. */
          text: string
          /** @description SHA-256 of the text as UTF-8, in hex. */
          hash: string
        }
      }
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
    }
    /** @enum {string} */
    NoticeLanguage: 'fr' | 'en' | 'ar'
    NoticeTexts: {
      fr: string
      en: string
      ar: string
    }
    Operator: {
      /** @description A UUID. */
      id: string
      name: string
      role: components['schemas']['Role']
      siteIds: components['schemas']['Sites']
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      createdAt: string
    }
    OvertimeBand: {
      /** @description As payroll knows it: `25 %`. */
      label: string
      /** @enum {string} */
      per: 'day' | 'week'
      /** @description Work beyond this of the day, or of the ISO week, is in the band. */
      after: number
      /** @description Only work between these times. */
      between?: {
        /** @description `21:00` on the clocks of the site. */
        start: string
        /** @description `06:00`. */
        end: string
      }
      /**
       * @description Only work on such days; a rest day is one without a planned shift.
       * @enum {string}
       */
      on?: 'rest-day' | 'holiday'
    }
    OvertimePreset: {
      id: string
      name: components['schemas']['LocalName']
      sources: string[]
      bands: components['schemas']['OvertimeBand'][]
    }
    Passkey: {
      /** @description A UUID. */
      id: string
      name: string
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      createdAt: string
      usedAt: string | null
    }
    PhotoVerdict:
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'accepted'
          /** @description How well the face can be recognised, as the unified quality score of ISO/IEC 29794-5: 60 is an average press photo, below 40 misses are more than twice as frequent. */
          quality: number
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'redundant'
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'out-of-reach'
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'other-person'
        }
      | {
          /** @description Place of the photo in the request, from 0. */
          index: number
          /** @enum {string} */
          outcome: 'already-enrolled'
          /** @description Null for somebody whom the caller does not reach. */
          employee: components['schemas']['EmployeeRef'] | null
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
    PlannedBreak: {
      /** @description How long. */
      minutes: number
      paid: boolean
      /** @description Taken off, recorded or not, once presence is longer than this. */
      deductedAfterMinutes?: number
    }
    PrivacyChoices: {
      country: components['schemas']['Country']
      controller: components['schemas']['Controller']
      face: components['schemas']['FaceChoice']
      /** @description The number of an authority’s authorisation, where one has to allow faces. */
      authorisation: string | null
      retention: components['schemas']['RetentionChoice']
      ordinal: number
      by: string
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
    }
    PrivacyStanding: {
      /** @description What was decided; null before anybody chose. */
      choices: components['schemas']['PrivacyChoices'] | null
      /** @description Whether faces may be enrolled and looked at. */
      face: {
        allowed: boolean
        /** @enum {string} */
        reason?: 'not-set-up' | 'off-by-default' | 'no-authorisation' | 'switched-off'
      }
      /** @description Whether people are told what is done now. */
      notice: {
        /** @enum {string} */
        state: 'none' | 'current' | 'outdated'
        version: number | null
        /** @enum {string} */
        because?: 'other-country' | 'before-face'
      }
      consents: {
        /** @description Employees with templates. */
        withTemplates: number
        /** @description Of these: no consent is written down. */
        withoutConsent: number
        /** @description Of these: they agreed to an earlier notice. */
        toEarlierNotice: number
      }
      periods: {
        templateUnusedDays: number
        recordYears: number
      } | null
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
      /** @description Everything that is wrong with what was sent, field by field. */
      problems?: {
        code: string
        field: string
        detail: string
      }[]
    }
    /** @enum {string} */
    ProblemCode:
      | 'invalid-request'
      | 'malformed-body'
      | 'missing-photo'
      | 'invalid-range'
      | 'range-too-long'
      | 'not-signed-in'
      | 'wrong-credentials'
      | 'second-factor-needed'
      | 'wrong-code'
      | 'wrong-passkey'
      | 'no-such-passkey'
      | 'second-factor-missing'
      | 'second-factor-on'
      | 'no-second-factor'
      | 'not-a-kiosk'
      | 'stale-nonce'
      | 'request-replayed'
      | 'no-such-kiosk'
      | 'unknown-code'
      | 'unknown-badge'
      | 'wrong-pin'
      | 'face-differs'
      | 'face-needed'
      | 'way-not-taken'
      | 'too-late'
      | 'not-allowed'
      | 'cross-site-request'
      | 'https-needed'
      | 'setup-link-invalid'
      | 'no-such-operator'
      | 'no-such-api-key'
      | 'already-set-up'
      | 'name-taken'
      | 'last-admin'
      | 'weak-password'
      | 'too-many-attempts'
      | 'too-many-requests'
      | 'not-set-up'
      | 'face-not-allowed'
      | 'notice-not-published'
      | 'consent-missing'
      | 'consent-outdated'
      | 'privacy-not-set-up'
      | 'no-such-notice'
      | 'no-such-address'
      | 'no-such-employee'
      | 'no-such-site'
      | 'no-such-schedule'
      | 'no-such-assignment'
      | 'no-such-leave'
      | 'no-such-correction'
      | 'already-decided'
      | 'in-use'
      | 'archived'
      | 'already-enrolled'
      | 'number-taken'
      | 'request-timeout'
      | 'request-too-large'
      | 'too-many-photos'
      | 'unsupported-media-type'
      | 'idempotency-key-reused'
      | 'invalid-name'
      | 'invalid-number'
      | 'invalid-value'
      | 'unknown-zone'
      | 'wall-time-skipped'
      | 'wall-time-twice'
      | 'in-the-future'
      | 'shift-empty'
      | 'shifts-overlap'
      | 'rewrites-the-past'
      | 'leaves-overlap'
      | 'not-a-calendar'
      | 'no-such-record'
      | 'record-void'
      | 'record-changed'
      | 'records-overlap'
      | 'own-correction'
      | 'import-refused'
      | 'unreadable-photo'
      | 'no-photo-accepted'
      | 'no-template'
      | 'no-face'
      | 'several-faces'
      | 'poor-quality'
      | 'unknown'
      | 'ambiguous'
      | 'internal-error'
      | 'not-ready'
      | 'overloaded'
      | 'face-not-installed'
      | 'engine-unavailable'
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
    Recogniser: {
      /** @description What recognises faces, and new templates are of. */
      name: string
      licence: string
      /** @description A better one that nobody needs to be enrolled again for; null otherwise. */
      better: string | null
      /** @description The one before, which recognises those who are still enrolled with it alone. */
      former: string | null
      /** @description Employees with templates of the one in use. */
      enrolled: number
      /** @description Employees who have to be enrolled again. */
      waiting: number
      /** @description Of the faces that both looked at since this server started. */
      agreement: components['schemas']['Agreement'] | null
    }
    /** @enum {string} */
    RecordKind: 'in' | 'out' | 'break-start' | 'break-end'
    /** @description Shown this once; each signs in once when the app is lost. */
    RecoveryCodes: {
      recoveryCodes: string[]
    }
    /** @description Other periods than the country’s; what is missing is as the country has it. */
    RetentionChoice: {
      templateUnusedDays?: number
      recordYears?: number
    }
    RetentionPlan: {
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
      templateUnusedDays: number
      recordYears: number
      /** @description Employees with templates. */
      holders: number
      /** @description Whose templates go. */
      templates: {
        /** @description A UUID. */
        employeeId: string
        /** @enum {string} */
        reason: 'left' | 'unused' | 'face-not-allowed'
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        lastUsedAt: string
      }[]
      /** @description Of whom everything goes. */
      people: {
        /** @description A UUID. */
        employeeId: string
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        lastRecordedAt: string
      }[]
    }
    /**
     * @description `admin` does everything, `manager` everything about the people of their sites, `viewer` looks.
     * @enum {string}
     */
    Role: 'admin' | 'manager' | 'viewer'
    Rules: {
      /** @description Later than this is late; then the whole delay counts. */
      graceLate: number
      /** @description As `graceLate`, for leaving. */
      graceEarly: number
      /** @description Presence that overlaps a shift by no more than this belongs to the shift beside it; 15 unless told. */
      shiftGrace?: number
      overtimeDayAfter?: number | 'planned'
      /** @description Work beyond this in an ISO week is overtime. */
      overtimeWeekAfter?: number
      /** @description Overtime by rates, in place of the two limits above. Each second of work is in the last band of the list that it fulfils: from the general to the particular. */
      overtimeBands?: components['schemas']['OvertimeBand'][]
      missingOut: components['schemas']['MissingOutRule']
      /** @description A clock-out later than this after its clock-in does not belong to it. */
      maxSession: number
      /**
       * @description Whether work of a night is on a holiday or a rest day by the day on which it began, which holds unless told, or by the clock.
       * @enum {string}
       */
      specialDaysBy?: 'start' | 'clock'
      worksOnHolidays: boolean
    }
    Schedule: {
      /** @description A UUID. */
      id: string
      name: string
      /** @description Out of use: nobody can be assigned to it. */
      archived: boolean
      versions: {
        /**
         * Format: date
         * @description A day, `2026-03-29`.
         */
        from: string
        /**
         * Format: date
         * @description A day, `2026-03-29`.
         */
        anchor: string
        weeks: components['schemas']['Week'][]
        flexible?: components['schemas']['FlexibleHours']
        rules: components['schemas']['Rules']
      }[]
    }
    /** @enum {string} */
    Scope: 'enrol' | 'clock' | 'read'
    /**
     * @description Among whom a face at the site is looked for: `own-first` (its own people, then everybody), `own-only`, `everybody` alike. Whoever is assigned nowhere belongs to every site.
     * @enum {string}
     */
    SearchScope: 'own-first' | 'own-only' | 'everybody'
    /** @description As it is now. */
    SecondFactor: {
      isOn: boolean
      /** @description How many are left. */
      recoveryCodes: number
    }
    Shift: {
      name: string
      /** @description `22:00` on the clocks of the site. */
      start: string
      /** @description At or before `start`: on the next day; `08:00` to `08:00` are 24 hours. */
      end: string
      breaks?: components['schemas']['PlannedBreak'][]
    }
    SignedIn: {
      /** @description A UUID. */
      id: string
      name: string
      role: components['schemas']['Role']
      siteIds: components['schemas']['Sites']
      /** @description Whether they may do nothing before they have added a second factor. */
      lacksSecondFactor: boolean
    }
    Site: {
      /** @description A UUID. */
      id: string
      name: string
      /** @description IANA name, `Africa/Casablanca`. */
      zone: string
      /** @description The one that holds today. */
      calendar: components['schemas']['HolidayCalendarId'] | null
      /** @description All of them, each from a day on; the first, from null on, since ever. */
      calendars: {
        from: string | null
        calendar: components['schemas']['HolidayCalendarId'] | null
      }[]
      search: components['schemas']['SearchScope']
      /** @description Out of use: nobody can be assigned to it. */
      archived: boolean
    }
    SiteDecision: {
      /** @description A UUID. */
      siteId: string
      search: components['schemas']['SearchScope']
      /** @description The own people of the site, then everybody; one step where one is enough. No more strangers than the target allows are taken in all of them together. */
      steps: components['schemas']['DecisionStep'][]
      /** @description Of all steps together. */
      expectedFpir: number
    }
    /**
     * @description How people clock in: `face` (PIN and badge for whoever asks), `face-or-pin` (side by side), `badge-and-face` (the badge or number says who, the face confirms), `no-face`. A number with its PIN is enough in every one.
     * @enum {string}
     */
    SiteMode: 'face' | 'face-or-pin' | 'badge-and-face' | 'no-face'
    /** @description The sites whose people are reached, or `all`, which includes people without one. */
    Sites: 'all' | string[]
    /**
     * @description How well they will be recognised: three good photos of different days make it strong.
     * @enum {string}
     */
    Strength: 'none' | 'weak' | 'fair' | 'strong'
    TakenBack: {
      leave: components['schemas']['Leave']
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
    }
    Timesheet: {
      employee: components['schemas']['EmployeeRef']
      total: components['schemas']['Figures']
      /** @description By `by`: `2026-03-29`, `2026-W13` or `2026-03`. */
      periods: {
        period: string
        figures: components['schemas']['Figures']
        /** @description Overtime by rates, of schedules that have them. */
        bands: components['schemas']['BandTime'][]
      }[]
      /** @description Overtime by week of the weeks that end in the range. */
      weeks: {
        week: string
        /**
         * Format: date
         * @description A day, `2026-03-29`.
         */
        sunday: string
        overtime: number
        /** @description Overtime by rates, of schedules that have them. */
        bands: components['schemas']['BandTime'][]
      }[]
      /** @description The days on which anything was planned or happened. */
      days: components['schemas']['TimesheetDay'][]
    }
    TimesheetDay: {
      /**
       * Format: date
       * @description A day, `2026-03-29`.
       */
      date: string
      siteId: string | null
      zone: string
      shifts: {
        name: string
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        start: string
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        end: string
        /** @enum {string} */
        outcome: 'attended' | 'absent' | 'unclear' | 'holiday' | 'leave' | 'upcoming'
        late: number
        early: number
      }[]
      intervals: {
        /** @enum {string} */
        kind: 'work' | 'break'
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        from: string
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        to: string
        closedByRule: boolean
      }[]
      /** @description What should be looked at. */
      marks: {
        code: components['schemas']['MarkCode']
        recordId: string | null
        correctionId: string | null
        at: string | null
      }[]
      /** @description Of a schedule without times: seconds of work that the day asks for. */
      due: number | null
      holiday: components['schemas']['LocalName'] | null
      /** @description That takes the day whole. */
      leave: components['schemas']['LeaveKind'] | null
      /** @description All leave that touches the day. */
      leaves: components['schemas']['Leave'][]
      figures: components['schemas']['Figures']
    }
    /** @description Shown this once. */
    TotpOffer: {
      /** @description Base 32, to type where there is no camera. */
      secret: string
      /** @description `otpauth:`, to show as a QR code. */
      uri: string
    }
    /** @enum {string} */
    UnreadableReason:
      | 'empty'
      | 'too-many-bytes'
      | 'too-many-pixels'
      | 'several-frames'
      | 'unsupported-format'
      | 'damaged'
    Week: {
      monday?: components['schemas']['Shift'][]
      tuesday?: components['schemas']['Shift'][]
      wednesday?: components['schemas']['Shift'][]
      thursday?: components['schemas']['Shift'][]
      friday?: components['schemas']['Shift'][]
      saturday?: components['schemas']['Shift'][]
      sunday?: components['schemas']['Shift'][]
    }
    ZoneDataEvent: {
      version: string
      /**
       * Format: date-time
       * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
       */
      at: string
      findings: components['schemas']['ZoneFindings']
    }
    ZoneFindings: {
      /** @description All records and corrections. */
      records: number
      /** @description Those made before the program kept what the clocks showed. */
      withoutClock: number
      /** @description The records that the new rules read otherwise, by zone. */
      changes: {
        zone: string
        /** @description The names of the sites there are in it, of those that the caller reaches. */
        sites: string[]
        /** @description As it was when they were made. */
        keptOffsetSeconds: number
        /** @description By the new rules; null where the zone is not known any more. */
        offsetSeconds: number | null
        count: number
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        first: string
        /**
         * Format: date-time
         * @description An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.
         */
        last: string
      }[]
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export type operations = Record<string, never>
