// What is said only of photos that cannot be sent, and while a part of one is chosen.

export default {
  en: {
    photoType: "This is not a photo I can read. Send it as JPEG, PNG, WebP, AVIF or HEIC, or send a screenshot of it.",
    photoLarge: "The photo is larger than 8 MB. Send a smaller copy, or a screenshot of it.",
    photoPixels: "The photo has more than 24 megapixels. Send a smaller copy, or a screenshot of it.",
    photoSmall: "The photo is too small to see anything. Send a larger one.",
    photoMoving: "A moving picture cannot be searched. Send one still photo.",
    photoEmpty: "The file is empty. Choose the photo again.",
    photoDamaged: "The photo is damaged or incomplete. Send it again, or take another.",
    photoHeavy: "The photo takes too long to read. Send a smaller copy, or a screenshot of it.",
    photoSlow: "The upload took too long. Check your connection and try again.",
    photoSingle: "Send one photo at a time.",
    photoMany: "Too many photos at once. Wait a few minutes and try again.",
    partHow: "Draw a frame around what you are looking for, or move it with the arrow keys (Shift changes its size).",
    partSearch: "Search this part", cancel: "Cancel",
  },
  zh: {
    photoType: "无法识别这张图片，请改用 JPEG、PNG、WebP、AVIF 或 HEIC 格式，或者发送截图。",
    photoLarge: "照片超过了 8 MB，请发送小一点的照片，或者发送截图。",
    photoPixels: "照片超过了 2400 万像素，请发送小一点的照片，或者发送截图。",
    photoSmall: "照片太小，看不清楚，请换一张大一点的。",
    photoMoving: "动图无法用来找商品，请发送一张静态照片。",
    photoEmpty: "这个文件是空的，请重新选择照片。",
    photoDamaged: "照片已损坏或不完整，请重新发送，或者重拍一张。",
    photoHeavy: "这张照片读取时间太长，请发送小一点的照片，或者发送截图。",
    photoSlow: "上传时间太长，请检查网络后再试一次。",
    photoSingle: "请一次发送一张照片。",
    photoMany: "照片发送太频繁，请过几分钟再试。",
    partHow: "框出您要找的东西；也可以用方向键移动，按住 Shift 调整大小。",
    partSearch: "搜索框内的", cancel: "取消",
  },
};
