import { ensureBuilt } from '../build';

/** The functions are tested as they are deployed: bundled. */
export default () => ensureBuilt(['functions']);
