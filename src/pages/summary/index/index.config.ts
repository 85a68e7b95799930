export default definePageConfig({ navigationBarTitleText: '小结和通报' });
