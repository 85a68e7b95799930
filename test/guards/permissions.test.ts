import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { appRouter } from '../../cloudfunctions/api/router';
import { MAKERS } from '../../cloudfunctions/documents/makers';
import { READERS } from '../../cloudfunctions/documents/readers';
import { ROOT } from '../../config/inputs';
import { type Action, PERMISSIONS } from '../../domain/access/permissions';
import { ROLES, type Role } from '../../domain/access/roles';
import type { Scope } from '../../domain/access/scopes';

interface Endpoint {
  name: string;
  action: string | undefined;
}

const procedures: Endpoint[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { action?: string } } }>,
).map(([name, { _def }]) => ({ name, action: _def.meta?.action }));
const documents: Endpoint[] = Object.entries({ ...MAKERS, ...READERS }).map(
  ([name, { action }]) => ({
    name: `document ${name}`,
    action,
  }),
);
const endpoints = [...procedures, ...documents];

const allowOf = (action: Action): Partial<Record<Role, Scope>> => PERMISSIONS[action].allow;
const actions = Object.keys(PERMISSIONS) as Action[];

/** The text of every function, to see which rows are asked about besides those of endpoints. */
const functionSources = readdirSync(path.join(ROOT, 'cloudfunctions'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(ROOT, 'cloudfunctions', file), 'utf8'))
  .join('\n');

describe('the table and the endpoints', () => {
  test('there are endpoints to look at', () => {
    expect(procedures.length).toBeGreaterThan(10);
    expect(documents.length).toBeGreaterThan(0);
  });

  test.each(endpoints)('$name names a row of the table', ({ action }) => {
    expect(Object.keys(PERMISSIONS)).toContain(action);
  });

  test.each(actions)('the row %s is asked about somewhere', (action) => {
    expect(functionSources.includes(`'${action}'`)).toBe(true);
  });

  test.each(actions)('the row %s lets somebody in, and nobody by an unknown role', (action) => {
    const roles = Object.keys(allowOf(action));
    expect(roles.length > 0).toBe(!('anybody' in PERMISSIONS[action]));
    expect(Object.keys(ROLES)).toEqual(expect.arrayContaining(roles));
  });
});

describe('promises of the table', () => {
  const mayDo = (role: Role) => actions.filter((action) => allowOf(action)[role]);

  test('guardians reach nothing of the ledger and nothing sealed (S4-194)', () => {
    const teachers = endpoints.filter(({ name }) =>
      /^(document )?(classLedger|ledger|sealedNote)/.test(name),
    );
    expect(teachers.length).toBeGreaterThan(8);
    for (const { name, action } of teachers) {
      expect({ name, guardian: allowOf(action as Action).guardian }).toEqual({
        name,
        guardian: undefined,
      });
    }
  });

  test('a guardian’s reach is their own child or themselves, never more', () => {
    for (const action of mayDo('guardian')) {
      expect(['ownChild', 'self']).toContain(allowOf(action).guardian);
    }
  });

  test('a mentor’s reach is their mentees or themselves', () => {
    for (const action of mayDo('mentor')) {
      expect(['mentees', 'self']).toContain(allowOf(action).mentor);
    }
  });

  test('the ledger has one keeper: only the homeroom teacher writes it (S4-295)', () => {
    for (const action of [
      'classLedger.revise',
      'ledgerEntry.revise',
      'sealedNote.revise',
    ] as const) {
      expect(allowOf(action)).toEqual({ homeroomTeacher: 'class' });
    }
  });

  test('subject teachers and offices open nothing sealed', () => {
    const openers = Object.keys(allowOf('sealedNote.read')).sort();
    expect(openers).toEqual(['counsellor', 'homeroomTeacher', 'leader', 'mentor', 'principal']);
  });

  test('a role’s scope is one that its postings fill in', () => {
    const fits: Record<Role, Scope[]> = {
      principal: ['school', 'self'],
      leader: ['sponsored', 'school', 'self'],
      studentAffairsOffice: ['school', 'self'],
      academicAffairsOffice: ['school', 'self'],
      divisionHead: ['division', 'self'],
      homeroomTeacher: ['class', 'self'],
      subjectTeacher: ['class', 'self'],
      mentor: ['mentees', 'self'],
      counsellor: ['school', 'self'],
      guardian: ['ownChild', 'self'],
    };
    for (const action of actions) {
      for (const [role, scope] of Object.entries(allowOf(action)) as [Role, Scope][]) {
        expect({ action, role, fits: fits[role].includes(scope) }).toEqual({
          action,
          role,
          fits: true,
        });
      }
    }
  });
});
