#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace keyway {

/// Paints the cells of the table of requests: tile and name of the service, figures of one width,
/// tones.
class RequestDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace keyway
