export default definePageConfig({ navigationBarTitleText: '收到的连心卡' });
