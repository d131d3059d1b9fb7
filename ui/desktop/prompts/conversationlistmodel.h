#pragma once

#include "core/storage/conversationstore.h"

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QStyledItemDelegate>

namespace keyway {

/// Conversations under the names of their days. A heading is a row that cannot be chosen.
class ConversationListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IsHeading = Qt::UserRole, Model, Cost, ConversationId };
    using QAbstractListModel::QAbstractListModel;

    void setConversations(const QList<Conversation> &conversations, const QStringList &excerpts,
                          const QDateTime &now);
    std::optional<Id> idAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Id &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void renamed(const keyway::Id &id, const QString &title);

private:
    struct Row {
        QString heading;
        Conversation conversation;
        QString excerpt;
        friend bool operator==(const Row &a, const Row &b)
        {
            return a.heading == b.heading && a.conversation.id == b.conversation.id;
        }
    };
    QList<Row> m_rows;
};

/// "Today", "Yesterday", "Earlier this week", "Last week", then months.
QString dayGroup(const QDate &day, const QDate &today);

/// Two lines: title; model and cost.
class ConversationDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
};

} // namespace keyway
