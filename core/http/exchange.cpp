#include "core/http/exchange.h"

#include "core/http/connection.h"

#include <utility>

namespace keyway::http {

Exchange::Exchange(Request request, Connection *connection)
    : m_request(std::move(request))
    , m_connection(connection)
{
}

bool Exchange::isOpen() const
{
    return m_connection && m_stage != Stage::Ended;
}

void Exchange::send(const Response &response)
{
    if (m_stage != Stage::Waiting)
        return;
    m_stage = Stage::Ended;
    m_status = response.status;
    if (m_connection)
        m_connection->sendWhole(response);
}

void Exchange::begin(int status, const Headers &headers)
{
    if (m_stage != Stage::Waiting)
        return;
    m_stage = Stage::Streaming;
    m_status = status;
    if (m_connection)
        m_connection->beginStream(status, headers);
}

bool Exchange::write(const QByteArray &piece)
{
    if (m_stage != Stage::Streaming || !m_connection)
        return true; // nobody takes it, and nobody would ever say drained()
    return m_connection->writePiece(piece);
}

void Exchange::finish()
{
    if (m_stage != Stage::Streaming)
        return;
    m_stage = Stage::Ended;
    if (m_connection)
        m_connection->finishStream();
}

void Exchange::abort()
{
    m_stage = Stage::Ended;
    if (m_connection)
        m_connection->cut();
}

} // namespace keyway::http
