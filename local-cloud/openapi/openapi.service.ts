import type { AccountStore } from '../account/account-store';
import type { Clock } from '../clock';
import type { FunctionFolder } from '../functions/function-folder';
import type { Caller, RouteReply, RouteRequest, Service, WireReply } from '../service';
import type { MiniProgram } from './mini-program';
import { createMsgSecCheck } from './msg-sec-check';
import type { OpenApi } from './open-api';
import { createPhoneNumbers, NO_PHONE_QUOTA, type PhoneNumbers } from './phone-number';
import { readParameters, writeResponse } from './protobuf';
import { createRefusals, type Refusals } from './refusals';
import { type Answer, createSubscribeMessages, type SubscribeMessages } from './subscribe-message';
import { createVisitors, type Visitors } from './visitors';
import { createWxacode } from './wxacode';

/** -604100: no such interface; -604101: the function's config.json does not declare it. */
const API_MISSING = -604100;
const API_NOT_DECLARED = -604101;
/** The phone shows at most three templates in one popup (20003). */
const TEMPLATES_PER_POPUP = 3;

export interface OpenApiService extends Service {
  readonly messages: SubscribeMessages;
  readonly phoneNumbers: PhoneNumbers;
  readonly visitors: Visitors;
  readonly refusals: Refusals;
}

interface OpenApiOptions {
  miniProgram: MiniProgram;
  people: readonly { openid: string }[];
  account: AccountStore;
  clock: Clock;
  findFunction(name: string): FunctionFolder | undefined;
}

/** WeChat's open interfaces as a function reaches them through `cloud.openapi`. */
export function createOpenApi(options: OpenApiOptions): OpenApiService {
  const { miniProgram, account, clock, findFunction } = options;
  const visitors = createVisitors(options);
  const messages = createSubscribeMessages({ miniProgram, visitors, account, clock });
  const refusals = createRefusals();
  const phoneNumbers = createPhoneNumbers({ appid: miniProgram.appid, account, clock });

  const apis: Record<string, OpenApi> = {
    'subscribeMessage.send': messages.send,
    'security.msgSecCheck': createMsgSecCheck(visitors),
    'phonenumber.getPhoneNumber': phoneNumbers.getPhoneNumber,
    'wxacode.getUnlimited': createWxacode(miniProgram),
  };

  async function answer(body: Record<string, unknown>, caller: Caller): Promise<WireReply> {
    const name = String(body.apiName);
    const api = apis[name];
    const bytes = (response: Parameters<typeof writeResponse>[0]): WireReply => ({
      body: {},
      bytes: writeResponse(response),
    });
    if (!api) return bytes({ errorCode: API_MISSING });
    const declared = findFunction(caller.invocation?.functionName ?? '')?.openapi;
    if (!declared?.includes(name)) return bytes({ errorCode: API_NOT_DECLARED });

    const reply = refusals.take(name) ?? (await api(readParameters(body.requestData as Buffer)));
    if ('bytes' in reply)
      return bytes({ data: reply.bytes as Uint8Array, contentType: reply.contentType as string });
    return bytes({ data: Buffer.from(JSON.stringify(reply)), contentType: 'application/json' });
  }

  /** `wx.requestSubscribeMessage` of the browser build: `{tmplIds, answers?: {id: 'reject'}}`. */
  async function requestSubscribeMessage({ openid, json }: RouteRequest): Promise<RouteReply> {
    const refuse = (errCode: number, why: string): RouteReply => ({
      body: { errCode, errMsg: `requestSubscribeMessage:fail ${why}` },
    });
    const { tmplIds, answers = {} } = (await json(10_000)) as {
      tmplIds?: string[];
      answers?: Record<string, Answer>;
    };
    if (!openid) return refuse(-501023, 'permission denied: no openid');
    if (!Array.isArray(tmplIds) || tmplIds.length === 0)
      return refuse(10001, "TmplIds can't be empty");
    if (tmplIds.length > TEMPLATES_PER_POPUP) return refuse(20003, 'too many templates');
    if (tmplIds.some((id) => !messages.template(id)))
      return refuse(20001, 'No template data return');

    visitors.visited(openid);
    const given = tmplIds.map((id): [string, string] => {
      if (messages.template(id)?.isBanned) return [id, 'ban'];
      const choice = answers[id] ?? 'accept';
      messages.answer(openid, id, choice);
      return [id, choice];
    });
    return { body: { ...Object.fromEntries(given), errMsg: 'requestSubscribeMessage:ok' } };
  }

  /** `<button open-type="getPhoneNumber">` of the browser build: `{phone}` → `{code}`. */
  async function issuePhoneCode({ openid, json }: RouteRequest): Promise<RouteReply> {
    const { phone } = (await json(1_000)) as { phone?: unknown };
    const refuse = (errno: number, why: string): RouteReply => ({
      body: { errno, errMsg: `getPhoneNumber:fail ${why}` },
    });
    if (!openid) return refuse(-501023, 'permission denied: no openid');
    if (typeof phone !== 'string' || !/^1\d{10}$/.test(phone))
      return refuse(1, 'not a phone number');
    const code = phoneNumbers.issueCode(openid, phone);
    if (!code) return refuse(NO_PHONE_QUOTA, 'no quota');
    return { body: { code, errMsg: 'getPhoneNumber:ok' } };
  }

  return {
    name: 'openapi',
    messages,
    phoneNumbers,
    visitors,
    refusals,
    actions: { 'wx.openApi': answer },
    routes: [
      { method: 'POST', path: '/wx/subscribe', handle: requestSubscribeMessage },
      { method: 'POST', path: '/wx/phone-code', handle: issuePhoneCode },
    ],
  };
}
