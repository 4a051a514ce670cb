importScripts('/vouchers/sw.js');
