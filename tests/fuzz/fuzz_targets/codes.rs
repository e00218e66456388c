#![no_main]
//! Any text as a code of a question or item.

use prongsai::framework::Code;

libfuzzer_sys::fuzz_target!(|text: &str| {
    for code in [Code::parse(text), Code::parse_oit(text)].into_iter().flatten() {
        assert_eq!(Code::parse(&code.to_string()), Ok(code), "{text}");
    }
    if let Err(error) = Code::parse(text) {
        let _words = (error.thai(), error.to_string());
    }
});
