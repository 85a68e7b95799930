import { Reader, Writer } from 'protobufjs/minimal';

/**
 * Reads a `CommApiData` (field numbers as in the SDK's own protobuf): the pairs of an open
 * interface's parameters. Values are JSON; a value with a content type is a file and stays bytes.
 */
export function readParameters(data: Uint8Array): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  eachField(data, (field, bytes) => {
    if (field !== 2) return;
    eachField(bytes, (number, pair) => {
      if (number === 1) Object.assign(parameters, readPair(pair));
    });
  });
  return parameters;
}

function readPair(bytes: Uint8Array): Record<string, unknown> {
  const parts: Record<number, Uint8Array> = {};
  eachField(bytes, (number, part) => {
    parts[number] = part;
  });
  const [key, value, contentType] = [parts[1], parts[2], parts[3]];
  if (!key) return {};
  const isFile = contentType !== undefined && contentType.length > 0;
  return {
    [Buffer.from(key).toString()]: isFile
      ? value
      : JSON.parse(Buffer.from(value ?? []).toString() || 'null'),
  };
}

/** Calls back for each length-delimited field; numbers are passed over. */
function eachField(data: Uint8Array, visit: (field: number, bytes: Uint8Array) => void): void {
  const reader = Reader.create(data);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if ((tag & 7) === 2) visit(tag >>> 3, reader.bytes());
    else reader.skipType(tag & 7);
  }
}

/** Writes a `CommOpenApiResp`. `errorCode` is the platform's own (-604101), not an errcode. */
export function writeResponse(response: {
  data?: Uint8Array;
  contentType?: string;
  errorCode?: number;
}): Uint8Array {
  const writer = Writer.create();
  if (response.data) writer.uint32((1 << 3) | 2).bytes(response.data);
  if (response.contentType) writer.uint32((2 << 3) | 2).string(response.contentType);
  if (response.errorCode) writer.uint32(3 << 3).int32(response.errorCode);
  writer.uint32(4 << 3).uint32(200);
  return writer.finish();
}
