import { DatabaseSync } from '@photostructure/sqlite';

type Value = string | number | null;

/**
 * What WeChat itself remembers beside the database: message credits, notifications, codes, usage.
 * Each module that keeps something here defines its own table.
 */
export interface AccountStore {
  define(schema: string): void;
  run(sql: string, ...values: Value[]): { changes: number };
  one<Row>(sql: string, ...values: Value[]): Row | undefined;
  all<Row>(sql: string, ...values: Value[]): Row[];
  /** The value kept under `name`, made once by `create`. */
  remembered(name: string, create: () => string): string;
  close(): void;
}

/** Opens what WeChat remembers. An answered write survives the death of the process. */
export function openAccountStore(file: string): AccountStore {
  const sqlite = new DatabaseSync(file);
  sqlite.exec('PRAGMA journal_mode = WAL');
  sqlite.exec('PRAGMA synchronous = NORMAL');
  sqlite.exec('CREATE TABLE IF NOT EXISTS remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL)');

  const statements = new Map<string, ReturnType<typeof sqlite.prepare>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, known);
    return known;
  };

  const account: AccountStore = {
    define: (schema) => sqlite.exec(schema),
    run: (sql, ...values) => ({ changes: Number(prepared(sql).run(...values).changes) }),
    one: <Row>(sql: string, ...values: Value[]) => prepared(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: Value[]) => prepared(sql).all(...values) as Row[],
    remembered(name, create) {
      const kept = account.one<{ value: string }>(
        'SELECT value FROM remembered WHERE name = ?',
        name,
      );
      if (kept) return kept.value;
      const value = create();
      account.run('INSERT INTO remembered VALUES (?, ?)', name, value);
      return value;
    },
    close: () => sqlite.close(),
  };
  return account;
}
