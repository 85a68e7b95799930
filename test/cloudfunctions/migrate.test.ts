import { COLLECTIONS } from '../../cloudfunctions/kernel/collections';
import { MIGRATIONS } from '../../cloudfunctions/migrate/migrations';
import { CAST } from '../school/cast';
import { migrate } from '../school/seed';
import { startCloud, type TestCloud } from './harness/cloud';

let test: TestCloud;
beforeEach(async () => {
  test = await startCloud({ school: false });
});
afterEach(() => test.stop());

const collections = () =>
  Object.fromEntries(
    test.cloud.database
      .listCollections()
      .map(({ name, documents, indexes }) => [name, { documents, indexes }]),
  );

/** An index of the table as the database shows it. */
const indexesOf = (name: keyof typeof COLLECTIONS) =>
  COLLECTIONS[name].map(({ name: index, keys, ...rest }) => ({
    name: index,
    unique: 'isUnique' in rest && rest.isUnique === true,
    keys: keys.map(([field, direction]) => ({
      name: field,
      direction: String(direction) as '1' | '-1',
    })),
  }));

describe('migrating an empty environment', () => {
  it('creates every collection of the table with its indexes', async () => {
    await migrate(test.cloud);
    const made = collections();
    expect(Object.keys(made).sort()).toEqual(Object.keys(COLLECTIONS).sort());
    for (const name of Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[]) {
      expect(made[name]?.indexes).toEqual(expect.arrayContaining(indexesOf(name)));
    }
  });

  it('records what ran', async () => {
    const { ran } = await migrate(test.cloud);
    expect(ran).toEqual(MIGRATIONS.map(({ id }) => id));
    expect(test.stored<{ _id: string }>('migrations').map(({ _id }) => _id)).toEqual(ran);
  });

  it('changes nothing and records nothing the second time', async () => {
    await migrate(test.cloud);
    const before = collections();
    const recorded = test.stored('migrations');
    expect(await migrate(test.cloud)).toEqual({ ran: [], skipped: MIGRATIONS.map(({ id }) => id) });
    expect(collections()).toEqual(before);
    expect(test.stored('migrations')).toEqual(recorded);
  });

  it('finishes what an earlier run left half done', async () => {
    const { database } = test.cloud;
    database.ensureCollection('classes');
    database.updateIndexes('classes', indexesOf('classes'), []);
    expect((await migrate(test.cloud)).ran).toEqual(MIGRATIONS.map(({ id }) => id));
    expect(Object.keys(collections()).sort()).toEqual(Object.keys(COLLECTIONS).sort());
  });
});

describe('who may migrate', () => {
  it('no phone, not even the principal’s', async () => {
    const { result } = await test.cloud.callFunction(
      'migrate',
      { accessToken: 'local' },
      CAST.principal.openid,
    );
    expect(result).toEqual({ refused: expect.any(String) });
    expect(collections()).toEqual({});
  });

  it('nobody without the credential of the HTTPS interface', async () => {
    const { result } = await test.cloud.testFunction('migrate', {});
    expect(result).toEqual({ refused: 'accessToken is missing' });
    expect(collections()).toEqual({});
  });
});
