export default definePageConfig({ navigationBarTitleText: '提醒的时间' });
