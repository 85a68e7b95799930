export default definePageConfig({ navigationBarTitleText: '安排身份' });
