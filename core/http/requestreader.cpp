// Beast 1.74 uses std::exchange without including it, under C++20.
#include "core/http/requestreader.h"

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>
#include <utility>

namespace keyway::http {

namespace beast = boost::beast;
namespace field = boost::beast::http;

namespace {

QByteArray bytesOf(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

int statusOf(const beast::error_code &error)
{
    if (error == field::error::header_limit)
        return 431;
    if (error == field::error::body_limit)
        return 413;
    if (error == field::error::bad_version)
        return 505;
    return 400;
}

} // namespace

struct RequestReader::Parser {
    field::request_parser<field::string_body> parser;
};

RequestReader::RequestReader(const Limits &limits)
    : m_limits(limits)
    , m_parser(std::make_unique<Parser>())
{
    m_parser->parser.header_limit(static_cast<std::uint32_t>(limits.headerBytes));
    m_parser->parser.body_limit(static_cast<std::uint64_t>(limits.bodyBytes));
    m_parser->parser.eager(false); // stops behind the header, which is checked before the body
}

RequestReader::~RequestReader() = default;

bool RequestReader::hasBegun() const
{
    return m_begun;
}

bool RequestReader::isHeaderDone() const
{
    return m_parser->parser.is_header_done();
}

RequestReader::State RequestReader::refuse(int status)
{
    m_refusal = status;
    return State::Refused;
}

RequestReader::State RequestReader::feed(QByteArray &bytes)
{
    auto &parser = m_parser->parser;
    if (!m_begun) {
        // RFC 9112, 2.2: empty lines before a request are passed over.
        qsizetype empty = 0;
        while (empty < bytes.size() && (bytes.at(empty) == '\r' || bytes.at(empty) == '\n'))
            ++empty;
        bytes.remove(0, empty);
    }
    qsizetype used = 0;
    State state = State::NeedsMore;
    while (used < bytes.size()) {
        m_begun = true;
        const bool hadHeader = parser.is_header_done();
        beast::error_code error;
        const auto left = static_cast<std::size_t>(bytes.size() - used);
        used += static_cast<qsizetype>(
            parser.put(boost::asio::const_buffer(bytes.constData() + used, left), error));
        if (error && error != field::error::need_more) {
            state = refuse(statusOf(error));
            break;
        }
        if (!hadHeader && parser.is_header_done()) {
            state = checkHeader();
            if (state != State::NeedsMore)
                break;
            parser.eager(true);
            if (!parser.is_done())
                continue;
        }
        if (parser.is_done()) {
            state = State::Done;
            break;
        }
        if (error == field::error::need_more) {
            // A line of a chunk or a trailer that never ends is held by nobody else.
            if (bytes.size() - used > 2 * m_limits.headerBytes)
                state = refuse(hadHeader ? 400 : 431);
            break;
        }
    }
    bytes.remove(0, used);
    return state;
}

RequestReader::State RequestReader::checkHeader()
{
    const auto &message = m_parser->parser.get();
    const auto count = [&message](field::field name) { return message.count(name); };
    if (count(field::field::host) > 1 || count(field::field::content_length) > 1
        || count(field::field::transfer_encoding) > 1)
        return refuse(400);
    if (message.version() >= 11 && count(field::field::host) == 0)
        return refuse(400);
    if (count(field::field::transfer_encoding) > 0) {
        if (count(field::field::content_length) > 0 || message.version() < 11)
            return refuse(400);
        if (!beast::iequals(message[field::field::transfer_encoding], "chunked"))
            return refuse(501);
    }
    const beast::string_view length = message[field::field::content_length];
    if (!std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return refuse(400); // Beast takes "2, 2" for 2
    // No proxy: an address instead of a path is for somebody else.
    const beast::string_view target = message.target();
    if (target.empty() || target.front() != '/')
        return refuse(400);
    if (count(field::field::expect) > 0) {
        if (!beast::iequals(message[field::field::expect], "100-continue"))
            return refuse(400);
        m_expectsContinue = message.version() >= 11 && !m_parser->parser.is_done();
    }
    return State::NeedsMore;
}

bool RequestReader::takeExpectsContinue()
{
    return std::exchange(m_expectsContinue, false);
}

bool RequestReader::keepAlive() const
{
    return m_parser->parser.get().keep_alive();
}

bool RequestReader::isOldVersion() const
{
    return m_parser->parser.get().version() < 11;
}

Request RequestReader::take()
{
    auto &message = m_parser->parser.get();
    Request request;
    request.method = bytesOf(message.method_string());
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    if (mark >= 0)
        request.query = target.mid(mark + 1);
    for (const auto &one : message)
        request.headers.append({bytesOf(one.name_string()), bytesOf(one.value())});
    request.body = QByteArray(message.body().data(), static_cast<qsizetype>(message.body().size()));
    message.body() = std::string();
    return request;
}

} // namespace keyway::http
