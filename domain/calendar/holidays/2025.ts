import type { HolidayYear } from './holiday-year';

export const HOLIDAYS_2025: HolidayYear = {
  year: 2025,
  source: '国务院办公厅 2024-11-12 通知',
  holidays: [
    { label: '元旦', from: '2025-01-01', to: '2025-01-01' },
    { label: '春节', from: '2025-01-28', to: '2025-02-04' },
    { label: '清明节', from: '2025-04-04', to: '2025-04-06' },
    { label: '劳动节', from: '2025-05-01', to: '2025-05-05' },
    { label: '端午节', from: '2025-05-31', to: '2025-06-02' },
    { label: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUpDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
};
