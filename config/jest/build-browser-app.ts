import { ensureBuilt } from '../build';

/** A journey needs what `npm start` needs. */
export default () => ensureBuilt(['functions', 'h5']);
