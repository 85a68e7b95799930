import { randomBytes } from 'node:crypto';
import type { AccountStore } from '../account/account-store';
import type { Clock } from '../clock';
import { type OpenApi, ok, refuse } from './open-api';

/** 手机号快速验证组件: a code is good for five minutes, once. */
const CODE_MS = 5 * 60_000;
/** The first thousand verifications are free; nothing more is bought here. */
const FREE_CODES = 1_000;
/** What `getPhoneNumber` reports on the phone when nothing is left. */
export const NO_PHONE_QUOTA = 1400001;

export interface PhoneNumbers {
  getPhoneNumber: OpenApi;
  /** A code as the phone's button hands it out; undefined when the quota is used up. */
  issueCode(openid: string, phone: string): string | undefined;
}

export function createPhoneNumbers(options: {
  appid: string;
  account: AccountStore;
  clock: Clock;
}): PhoneNumbers {
  const { appid, account, clock } = options;
  account.define(`CREATE TABLE IF NOT EXISTS phone_codes (
    code TEXT PRIMARY KEY, openid TEXT NOT NULL, phone TEXT NOT NULL,
    issued_at INTEGER NOT NULL, is_used INTEGER NOT NULL DEFAULT 0)`);

  return {
    issueCode(openid, phone) {
      const issued = account.one<{ count: number }>('SELECT count(*) AS count FROM phone_codes');
      if ((issued?.count ?? 0) >= FREE_CODES) return undefined;
      const code = randomBytes(32).toString('hex');
      account.run(
        'INSERT INTO phone_codes (code, openid, phone, issued_at) VALUES (?, ?, ?, ?)',
        code,
        openid,
        phone,
        clock.now(),
      );
      return code;
    },

    getPhoneNumber({ code }) {
      const { changes } = account.run(
        'UPDATE phone_codes SET is_used = 1 WHERE code = ? AND is_used = 0 AND issued_at >= ?',
        String(code),
        clock.now() - CODE_MS,
      );
      if (changes === 0) return refuse(40029, 'invalid code');
      const phone = account.one<{ phone: string }>(
        'SELECT phone FROM phone_codes WHERE code = ?',
        String(code),
      )?.phone;
      return ok({
        phone_info: {
          phoneNumber: phone,
          purePhoneNumber: phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(clock.now() / 1_000), appid },
        },
      });
    },
  };
}
