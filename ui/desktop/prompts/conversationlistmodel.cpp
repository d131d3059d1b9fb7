#include "conversationlistmodel.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtGui/QPainter>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace keyway {

QString dayGroup(const QDate &day, const QDate &today)
{
    if (day >= today)
        return ConversationListModel::tr("Today");
    if (day.daysTo(today) == 1)
        return ConversationListModel::tr("Yesterday");
    const QLocale locale;
    const int sinceFirst = (today.dayOfWeek() - int(locale.firstDayOfWeek()) + 7) % 7;
    const QDate week = today.addDays(-sinceFirst);
    if (day >= week)
        return ConversationListModel::tr("Earlier this week");
    if (day >= week.addDays(-7))
        return ConversationListModel::tr("Last week");
    return locale.toString(day, day.year() == today.year() ? u"MMMM"_s : u"MMMM yyyy"_s);
}

void ConversationListModel::setConversations(const QList<Conversation> &conversations,
                                             const QStringList &excerpts, const QDateTime &now)
{
    QList<Row> rows;
    QString group;
    for (qsizetype i = 0; i < conversations.size(); ++i) {
        const Conversation &conversation = conversations.at(i);
        const QString day
            = dayGroup(conversation.updatedAt.toLocalTime().date(), now.toLocalTime().date());
        if (day != group) {
            rows.append({day, {}, {}});
            group = day;
        }
        rows.append({{}, conversation, excerpts.value(i)});
    }
    if (rows == m_rows) {
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

std::optional<Id> ConversationListModel::idAt(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows.at(index.row()).heading.isEmpty())
        return {};
    return m_rows.at(index.row()).conversation.id;
}

QModelIndex ConversationListModel::indexOf(const Id &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).heading.isEmpty() && m_rows.at(row).conversation.id == id)
            return index(row);
    }
    return {};
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const bool heading = !row.heading.isEmpty();
    const Conversation &conversation = row.conversation;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return heading ? row.heading : conversation.title;
    case Qt::ToolTipRole:
        return heading ? QVariant()
                       : QVariant(row.excerpt.isEmpty() ? conversation.title : row.excerpt);
    case Qt::AccessibleTextRole:
        return heading ? row.heading
                       : tr("%1, %2, %3")
                             .arg(conversation.title, conversation.model,
                                  words::spokenMoney(conversation.total()));
    case IsHeading:
        return heading;
    case Model:
        return row.excerpt.isEmpty() ? conversation.model : row.excerpt;
    case Cost:
        // Nothing for one that has no answer yet: that is not the same as free.
        return heading || conversation.model.isEmpty() ? QString()
            : conversation.total().isZero()            ? words::money({})
                                                       : words::requestMoney(conversation.total());
    default:
        return {};
    }
}

bool ConversationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString title = value.toString().simplified();
    if (role != Qt::EditRole || title.isEmpty() || !idAt(index))
        return false;
    Conversation &conversation = m_rows[index.row()].conversation;
    if (title == conversation.title)
        return true;
    conversation.title = title;
    Q_EMIT dataChanged(index, index);
    Q_EMIT renamed(conversation.id, title);
    return true;
}

Qt::ItemFlags ConversationListModel::flags(const QModelIndex &index) const
{
    if (!idAt(index))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const int small = QFontMetrics(theme.font(TextStyle::Tiny)).height();
    if (index.data(ConversationListModel::IsHeading).toBool())
        return {100, small + (index.row() == 0 ? 9 : 15)};
    return {100, QFontMetrics(theme.font(TextStyle::Body)).height() + small + 20};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    const QRect row = option.rect;
    const auto start = [&](Qt::AlignmentFlag vertical) {
        return int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | vertical);
    };
    const auto end = [&](Qt::AlignmentFlag vertical) {
        return int(QStyle::visualAlignment(option.direction, Qt::AlignRight) | vertical);
    };
    if (index.data(ConversationListModel::IsHeading).toBool()) {
        painter->setFont(theme.font(TextStyle::Tiny, QFont::DemiBold));
        painter->setPen(theme.color(Token::TextSecondary));
        painter->drawText(row.adjusted(18, 0, -18, -4), start(Qt::AlignBottom),
                          index.data().toString());
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    const QRect box = row.adjusted(10, 0, -10, -1);
    if (selected || option.state & QStyle::State_MouseOver)
        paint::box(*painter, box, 6, theme.color(selected ? Token::BgSelected : Token::BgHover));
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paint::box(*painter, box, 6, Qt::transparent, theme.color(Token::FocusRing), 2);
    const QRect inside = box.adjusted(8, 7, -8, -7);
    painter->setFont(theme.font(TextStyle::Body, selected ? QFont::DemiBold : QFont::Medium));
    painter->setPen(theme.color(Token::TextPrimary));
    const QFontMetrics title(painter->font());
    painter->drawText(inside, start(Qt::AlignTop),
                      title.elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
    painter->setFont(theme.font(TextStyle::Tiny));
    painter->setPen(theme.color(selected ? Token::TextSecondary : Token::TextMuted));
    const QFontMetrics small(painter->font());
    const QString cost = index.data(ConversationListModel::Cost).toString();
    painter->drawText(inside, end(Qt::AlignBottom), cost);
    const QRect left = option.direction == Qt::RightToLeft
        ? inside.adjusted(small.horizontalAdvance(cost) + 8, 0, 0, 0)
        : inside.adjusted(0, 0, -small.horizontalAdvance(cost) - 8, 0);
    painter->drawText(left, start(Qt::AlignBottom),
                      small.elidedText(index.data(ConversationListModel::Model).toString(),
                                       Qt::ElideRight, left.width()));
    painter->restore();
}

void ConversationDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                                const QModelIndex &) const
{
    editor->setAccessibleName(tr("Title of the conversation"));
    editor->setGeometry(option.rect.adjusted(10, 6, -10, -7));
}

} // namespace keyway
