/** An answer of one of WeChat's open interfaces: JSON with an errcode, or a file. */
export type OpenApiReply =
  | { errcode: number; errmsg: string; [field: string]: unknown }
  | { contentType: string; bytes: Uint8Array };

/** Parameters arrive with snake_case names, already parsed from their JSON. */
export type OpenApi = (parameters: Record<string, unknown>) => OpenApiReply | Promise<OpenApiReply>;

export const ok = (fields: Record<string, unknown> = {}): OpenApiReply => ({
  errcode: 0,
  errmsg: 'ok',
  ...fields,
});

export const refuse = (errcode: number, errmsg: string): OpenApiReply => ({ errcode, errmsg });
