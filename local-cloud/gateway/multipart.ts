import { HttpProblem } from './http';

/**
 * The fields of a `multipart/form-data` body as the SDK writes it: few, small, each once.
 * Fields without a content type are text, the others bytes.
 * @throws HttpProblem 400 when the body is not such a form.
 */
export function parseMultipart(contentType: string, body: Buffer): Record<string, string | Buffer> {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  if (!boundary) throw new HttpProblem(400, 'the form names no boundary');
  const fields: Record<string, string | Buffer> = {};
  const delimiter = Buffer.from(`--${boundary}`);
  let at = body.indexOf(delimiter);
  for (;;) {
    const from = at + delimiter.length;
    const to = body.indexOf(delimiter, from);
    if (at < 0 || to < 0) return fields;
    const part = body.subarray(from + 2, to - 2);
    const headerEnd = part.indexOf('\r\n\r\n');
    const header = part.subarray(0, headerEnd).toString();
    const name = /name="([^"]*)"/.exec(header)?.[1];
    if (headerEnd < 0 || !name) throw new HttpProblem(400, 'a part of the form has no name');
    const value = part.subarray(headerEnd + 4);
    fields[name] = /content-type:/i.test(header) ? value : value.toString();
    at = to;
  }
}
