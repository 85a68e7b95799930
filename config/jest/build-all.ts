import { ensureBuilt } from '../build';

export default () => ensureBuilt();
