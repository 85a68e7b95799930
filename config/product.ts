import path from 'node:path';
import type { Person } from '../local-cloud/person';
import {
  type LocalCloud,
  type LocalCloudOptions,
  startLocalCloud,
} from '../local-cloud/start-local-cloud';
import { ROOT } from './inputs';
import { MINI_PROGRAM } from './mini-program';

/** What a module such as `test/school/demo.ts` exports. */
export interface SchoolModule {
  people: Person[];
  /** Brings the cloud up to date and fills it where it is empty; runs at every start. */
  seedSchool(cloud: LocalCloud): Promise<unknown>;
  /** Environment variables of the functions, as the console of the cloud would set them. */
  variables?: LocalCloudOptions['variables'];
}

export interface ProductOptions extends Pick<LocalCloudOptions, 'dataDir' | 'port' | 'clock'> {
  school?: SchoolModule;
}

/**
 * The whole product on one machine: the local cloud with the built functions, the built browser
 * app under `/app/`, and a school in it. A folder that holds a school keeps it.
 *
 * @throws if the port is taken, or `dist/` is missing
 */
export async function startProduct({ school, dataDir, ...rest }: ProductOptions) {
  const cloud = await startLocalCloud({
    ...rest,
    dataDir,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    webDir: path.join(ROOT, 'dist/h5'),
    people: school?.people ?? [],
    miniProgram: MINI_PROGRAM,
    ...(school?.variables && { variables: school.variables }),
  });
  try {
    await school?.seedSchool(cloud);
  } catch (error) {
    await cloud.stop();
    throw error;
  }
  return cloud;
}
