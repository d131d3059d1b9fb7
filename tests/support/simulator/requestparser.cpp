#include "tests/support/simulator/requestparser.h"

// Boost 1.74 forgets this one under C++20.
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <utility>

namespace keyway::simulator {

namespace http = boost::beast::http;

namespace {
constexpr std::uint32_t mostHeaderBytes = 64 * 1024;
constexpr std::uint64_t mostBodyBytes = 256 * 1024 * 1024;

QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}
} // namespace

struct RequestParser::Parts {
    http::request_parser<http::string_body> parser;
    QByteArray head;
    bool headDone = false;
    bool expectsContinue = false;
};

RequestParser::RequestParser()
    : m_parts(std::make_unique<Parts>())
{
    m_parts->parser.header_limit(mostHeaderBytes);
    m_parts->parser.body_limit(mostBodyBytes);
}

RequestParser::~RequestParser() = default;

RequestParser::State RequestParser::feed(QByteArray &bytes)
{
    Parts &parts = *m_parts;
    while (!bytes.isEmpty() && !parts.parser.is_done()) {
        boost::beast::error_code error;
        const auto used = static_cast<qsizetype>(parts.parser.put(
            boost::asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size())), error));
        if (!parts.headDone) {
            // The parser stops behind the header, so that these are its raw bytes.
            parts.head += bytes.left(used);
            if (parts.parser.is_header_done()) {
                parts.headDone = true;
                parts.expectsContinue = boost::beast::iequals(
                    parts.parser.get()[http::field::expect], "100-continue");
            }
        }
        bytes.remove(0, used);
        if (error && error != http::error::need_more)
            return State::Malformed;
        if (used == 0)
            break;
    }
    return parts.parser.is_done() ? State::Done : State::NeedsMore;
}

bool RequestParser::takeExpectsContinue()
{
    return std::exchange(m_parts->expectsContinue, false);
}

HttpRequest RequestParser::request() const
{
    const auto &message = m_parts->parser.get();
    HttpRequest request;
    request.method = bytesOf(message.method_string());
    request.target = bytesOf(message.target());
    request.head = m_parts->head;
    for (const auto &field : message)
        request.headers.append({bytesOf(field.name_string()), bytesOf(field.value())});
    request.body = QByteArray::fromStdString(message.body());
    request.keepAlive = m_parts->parser.keep_alive();
    return request;
}

} // namespace keyway::simulator
