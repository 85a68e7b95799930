export default definePageConfig({ navigationBarTitleText: '还没见到' });
