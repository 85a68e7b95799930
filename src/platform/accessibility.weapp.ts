import { mergeInternalComponents } from '@tarojs/shared';
import spoken from './accessibility.json';

// The templates were built with these attributes (config/accessibility.ts); without this the run
// time would number the attributes differently and pass the wrong ones.
const attributes = Object.fromEntries(spoken.attributes.map((name) => [name, '']));
mergeInternalComponents(
  Object.fromEntries(spoken.components.map((name) => [name, { ...attributes }])),
);
