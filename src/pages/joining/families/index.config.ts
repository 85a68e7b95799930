export default definePageConfig({ navigationBarTitleText: '家长加入' });
