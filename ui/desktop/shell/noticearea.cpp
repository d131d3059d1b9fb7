#include "noticearea.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace keyway {

NoticeArea::NoticeArea(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(24, 0, 24, 10);
    m_column->setSpacing(6);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void NoticeArea::post(const Notice &notice)
{
    const auto same = std::find_if(m_notices.begin(), m_notices.end(),
                                   [&](const Notice &n) { return n.id == notice.id; });
    if (same != m_notices.end()) {
        m_notices.erase(same);
    }
    const auto place
        = std::upper_bound(m_notices.begin(), m_notices.end(), notice,
                           [](const Notice &a, const Notice &b) { return a.rank < b.rank; });
    m_notices.insert(place, notice);
    rebuild();
}

void NoticeArea::remove(const QString &id)
{
    if (m_notices.removeIf([&](const Notice &n) { return n.id == id; }) > 0) {
        rebuild();
    }
}

bool NoticeArea::has(const QString &id) const
{
    return std::any_of(m_notices.begin(), m_notices.end(),
                       [&](const Notice &n) { return n.id == id; });
}

bool NoticeArea::showsPrimary() const
{
    const auto primary = [](const Notice::Button &b) { return b.kind == ButtonKind::Primary; };
    for (qsizetype i = 0; i < m_notices.size() && (i == 0 || m_expanded); ++i) {
        const QList<Notice::Button> &buttons = m_notices[i].buttons;
        if (std::any_of(buttons.begin(), buttons.end(), primary)) {
            return true;
        }
    }
    return false;
}

void NoticeArea::setSideMargin(int pixels)
{
    m_column->setContentsMargins(pixels, 0, pixels, 10);
}

Banner *NoticeArea::makeBanner(const Notice &notice)
{
    auto *banner = new Banner(notice.level, this);
    if (!notice.icon.isEmpty()) {
        banner->setIcon(notice.icon);
    }
    banner->setMessage(notice.title, notice.text);
    banner->setClosable(notice.closable);
    for (const Notice::Button &button : notice.buttons) {
        connect(banner->addButton(button.text, button.kind), &QPushButton::clicked, this,
                [this, noticeId = notice.id, buttonId = button.id] {
                    Q_EMIT buttonClicked(noticeId, buttonId);
                });
    }
    connect(banner, &Banner::closed, this, [this, id = notice.id] {
        remove(id);
        Q_EMIT closed(id);
    });
    return banner;
}

void NoticeArea::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        // One of them may be the sender of the signal that got us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_expanded = m_expanded && m_notices.size() > 1;
    for (qsizetype i = 0; i < m_notices.size() && (i == 0 || m_expanded); ++i) {
        Banner *banner = makeBanner(m_notices[i]);
        if (i == 0 && m_notices.size() > 1) {
            const QString words
                = m_expanded ? tr("Show one") : tr("%n more", nullptr, int(m_notices.size() - 1));
            connect(banner->addButton(words, ButtonKind::Link), &QPushButton::clicked, this,
                    [this] {
                        m_expanded = !m_expanded;
                        rebuild();
                    });
        }
        m_column->addWidget(banner);
        banner->show();
    }
    setVisible(!m_notices.isEmpty());
    Q_EMIT changed();
}

} // namespace keyway
