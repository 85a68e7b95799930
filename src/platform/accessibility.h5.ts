// A browser reads `aria-*` by itself.
export {};
