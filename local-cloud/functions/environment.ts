import type { Invocation } from '../meter/invocation';
import type { FunctionFolder } from './function-folder';

type Environment = Record<string, string>;

/** Keys that `getWXContext()` may read; the cloud sends the same list. */
const WX_CONTEXT_KEYS = [
  'WX_CLIENTIP',
  'WX_CLIENTIPV6',
  'WX_OPENID',
  'WX_APPID',
  'WX_UNIONID',
  'WX_API_TOKEN',
];

/** What stays the same for as long as an instance lives. */
export function instanceEnvironment(instance: {
  /** Where its SDK sends requests; the last segment tells the instances apart. */
  adminUrl: string;
  env: string;
  variables: Environment;
}): Environment {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: instance.adminUrl }),
    TCB_ENV: instance.env,
    SCF_NAMESPACE: instance.env,
    TENCENTCLOUD_REGION: 'ap-shanghai',
    // Without it the SDK probes a metadata host before every call.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TZ: 'UTC',
    // WeChat's HTTPS interface stands here too (gateway/update-index.ts).
    WX_API_ORIGIN: new URL(instance.adminUrl).origin,
    ...instance.variables,
  };
}

/** What belongs to one call. Keys that a call lacks are removed from the instance before it runs. */
export function callEnvironment(invocation: Invocation, appid: string): Environment {
  return {
    WX_CONTEXT_KEYS: WX_CONTEXT_KEYS.join(','),
    WX_APPID: appid,
    WX_API_TOKEN: invocation.id,
    TCB_CONTEXT_KEYS: 'TCB_SOURCE',
    TCB_SOURCE: invocation.source,
    ...(invocation.openid && { WX_OPENID: invocation.openid, WX_CLIENTIP: '127.0.0.1' }),
    ...(invocation.source === 'wx_trigger' && { TRIGGER_SRC: 'timer' }),
  };
}

/** The second argument of `main`. */
export function callContext(invocation: Invocation, folder: FunctionFolder, env: string): object {
  return {
    request_id: invocation.id,
    function_name: folder.name,
    function_version: '$LATEST',
    namespace: env,
    memory_limit_in_mb: 256,
    time_limit_in_ms: folder.timeout * 1_000,
    environ: `TCB_SOURCE=${invocation.source};SCF_NAMESPACE=${env}`,
  };
}
