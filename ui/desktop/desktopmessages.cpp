#include "desktopmessages.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QSystemTrayIcon>

#include <utility>

namespace keyway {

DesktopMessages::DesktopMessages(QIcon icon, QObject *parent)
    : QObject(parent)
    , m_icon(std::move(icon))
{
}

bool DesktopMessages::areAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages();
}

void DesktopMessages::show(const QString &title, const QString &text)
{
    if (!areAvailable())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(m_icon, this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, &DesktopMessages::activated);
        connect(m_tray, &QSystemTrayIcon::activated, this, &DesktopMessages::activated);
    }
    m_tray->setToolTip(title);
    m_tray->show();
    m_tray->showMessage(title, text, m_icon);
}

void DesktopMessages::clear()
{
    if (m_tray)
        m_tray->hide();
}

} // namespace keyway
