import { randomBytes } from 'node:crypto'
import mysql from 'mysql2/promise'
import pg from 'pg'

/** Makes and removes databases on a server that tests may use. */
export type DatabaseServer = {
  /** A new, empty database; gives its URL. */
  create(): Promise<string>
  /** Runs one statement as the server's administrator; gives what it found. */
  command(statement: string): Promise<unknown>
  drop(url: string): Promise<unknown>
}

const newName = () => `pointeuse_${randomBytes(6).toString('hex')}`
const nameIn = (url: string) => new URL(url).pathname.slice(1)
const withName = (url: string, name: string) => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** A server at a URL whose user may make databases. */
export function mysqlServer(url: string): DatabaseServer {
  const command = async (statement: string) => {
    const connection = await mysql.createConnection(url)
    try {
      const [rows] = await connection.query(statement)
      return rows
    } finally {
      await connection.end()
    }
  }
  return {
    command,
    async create() {
      const name = newName()
      await command(`create database ${name}`)
      return withName(url, name)
    },
    drop: (made) => command(`drop database ${nameIn(made)}`),
  }
}

/** A server at a URL whose user may make databases. */
export function postgresServer(url: string): DatabaseServer {
  const command = async (statement: string) => {
    const client = new pg.Client(url)
    await client.connect()
    try {
      const { rows } = await client.query(statement)
      return rows as unknown
    } finally {
      await client.end()
    }
  }
  return {
    command,
    async create() {
      const name = newName()
      await command(`create database ${name}`)
      return withName(url, name)
    },
    drop: (made) => command(`drop database ${nameIn(made)} with (force)`),
  }
}
