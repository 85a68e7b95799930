import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type LocalCloud,
  type LocalCloudOptions,
  type Person,
  startLocalCloud,
} from '../local-cloud/start-local-cloud';
import { ROOT } from './inputs';

/** What a module such as `test/school/demo.ts` exports: a cast, and how to fill an empty cloud. */
export interface SchoolModule {
  people: Person[];
  seedSchool(cloud: LocalCloud): Promise<void>;
}

export interface ProductOptions extends Pick<LocalCloudOptions, 'dataDir' | 'port' | 'clock'> {
  school?: SchoolModule;
}

const SEEDED = 'school-is-seeded';

/**
 * The whole product on one machine: the local cloud with the built functions, the built browser
 * app under `/app/`, and a school in it. A folder that holds a school keeps it.
 *
 * @throws if the port is taken, `dist/` is missing, or an earlier seeding broke off
 */
export async function startProduct({ school, dataDir, ...rest }: ProductOptions) {
  const seeded = path.join(dataDir, SEEDED);
  mkdirSync(dataDir, { recursive: true });
  const cloud = await startLocalCloud({
    ...rest,
    dataDir,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    webDir: path.join(ROOT, 'dist/h5'),
    people: school?.people ?? [],
  });
  if (school && !existsSync(seeded)) {
    try {
      await school.seedSchool(cloud);
      writeFileSync(seeded, '');
    } catch (error) {
      await cloud.stop();
      throw error;
    }
  }
  return cloud;
}
