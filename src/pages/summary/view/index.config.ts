export default definePageConfig({ navigationBarTitleText: '小结' });
