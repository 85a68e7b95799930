import { z } from '../../domain/schema';

/**
 * What a schema says about a value: field path → Chinese sentence, as it would stand beside the
 * field; empty when it accepts the value.
 */
export function sentences(schema: z.ZodMiniType, value: unknown): Record<string, string> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [path.map(String).join('.'), message]),
  );
}

/** A value with one field changed. */
export const but = <T extends object>(value: T, change: Record<string, unknown>): object => ({
  ...value,
  ...change,
});
